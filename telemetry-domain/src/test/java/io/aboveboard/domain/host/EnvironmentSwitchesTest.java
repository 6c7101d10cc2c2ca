package io.aboveboard.domain.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.consent.Switches.DetailedAnswer;
import io.aboveboard.domain.consent.Switches.Silence;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.P5)
class EnvironmentSwitchesTest {
    @Test
    void sayNothingWhereNothingIsSet() {
        assertThat(EnvironmentSwitches.of(Map.of()).switches()).isEqualTo(Switches.unset());
        assertThat(EnvironmentSwitches.of(Map.of()).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "TRUE", "yes", "Yes", "on", "oN", " true ", "1\n"})
    void takeAYesInAnyCase(String yes) {
        assertThat(of("DO_NOT_TRACK", yes).silence()).isEqualTo(Silence.DO_NOT_TRACK);
        assertThat(of("OTEL_SDK_DISABLED", yes).silence()).isEqualTo(Silence.OTEL_SDK_DISABLED);
        assertThat(of("ENABLE_TELEMETRY", yes).detailed()).isEqualTo(DetailedAnswer.YES_IF_UNDECIDED);
        assertThat(EnvironmentSwitches.of(Map.of("DO_NOT_TRACK", yes, "ENABLE_TELEMETRY", yes))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "false", "False", "no", "NO", "off", " off"})
    void takeANoInAnyCase(String no) {
        assertThat(of("DO_NOT_TRACK", no)).isEqualTo(Switches.unset());
        assertThat(of("OTEL_SDK_DISABLED", no)).isEqualTo(Switches.unset());
        assertThat(of("ENABLE_TELEMETRY", no).detailed()).isEqualTo(DetailedAnswer.NEVER);
        assertThat(EnvironmentSwitches.of(Map.of("DO_NOT_TRACK", no, "ENABLE_TELEMETRY", no))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void takeAnEmptyValueForAnUnsetOne(String empty) {
        assertThat(EnvironmentSwitches.of(Map.of(
                        "DO_NOT_TRACK", empty,
                        "OTEL_SDK_DISABLED", empty,
                        "ENABLE_TELEMETRY", empty,
                        "TELEMETRY_LAYERS", empty)))
                .isEqualTo(EnvironmentSwitches.of(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "2", "-1", "ture", "nope", "null"})
    void takeAnythingElseForTheMoreRestrictiveAndWarn(String garbage) {
        assertThat(of("DO_NOT_TRACK", garbage).silence()).isEqualTo(Silence.DO_NOT_TRACK);
        assertThat(of("OTEL_SDK_DISABLED", garbage).silence()).isEqualTo(Silence.OTEL_SDK_DISABLED);
        assertThat(of("ENABLE_TELEMETRY", garbage).detailed()).isEqualTo(DetailedAnswer.NEVER);
        assertThat(of("TELEMETRY_LAYERS", garbage).silence()).isEqualTo(Silence.LAYERS_NONE);
    }

    @Test
    void nameTheSettingAndNotTheValueInEachWarning() {
        assertThat(EnvironmentSwitches.of(Map.of("TELEMETRY_LAYERS", "canary", "ENABLE_TELEMETRY", "canary"))
                        .warnings())
                .containsExactly(
                        "TELEMETRY_LAYERS is not all, base or none; it counts as none",
                        "ENABLE_TELEMETRY is neither yes nor no; it counts as no");
        assertThat(EnvironmentSwitches.of(Map.of("DO_NOT_TRACK", "canary")).warnings())
                .containsExactly("DO_NOT_TRACK is neither yes nor no; it counts as set");
        assertThat(EnvironmentSwitches.of(Map.of("OTEL_SDK_DISABLED", "canary")).warnings())
                .containsExactly("OTEL_SDK_DISABLED is neither yes nor no; it counts as set");
    }

    @ParameterizedTest
    @CsvSource({
        "all,  NONE,        UNSET",
        "ALL,  NONE,        UNSET",
        "base, NONE,        LAYERS_BASE",
        "Base, NONE,        LAYERS_BASE",
        "none, LAYERS_NONE, UNSET",
        "' none ', LAYERS_NONE, UNSET"
    })
    void chooseTheLayers(String layers, Silence silence, DetailedAnswer answer) {
        assertThat(EnvironmentSwitches.of(Map.of("TELEMETRY_LAYERS", layers)))
                .extracting(EnvironmentSwitches::switches)
                .isEqualTo(new Switches(silence, answer));
        assertThat(EnvironmentSwitches.of(Map.of("TELEMETRY_LAYERS", layers)).warnings())
                .isEmpty();
    }

    @Test
    void letTheMostRestrictiveWinWhereTheyContradict() {
        Switches switches = EnvironmentSwitches.of(
                        Map.of("ENABLE_TELEMETRY", "true", "TELEMETRY_LAYERS", "base", "DO_NOT_TRACK", "1"))
                .switches();
        assertThat(switches).isEqualTo(new Switches(Silence.DO_NOT_TRACK, DetailedAnswer.LAYERS_BASE));
        assertThat(EnvironmentSwitches.of(Map.of("ENABLE_TELEMETRY", "no", "TELEMETRY_LAYERS", "all"))
                        .switches()
                        .detailed())
                .isEqualTo(DetailedAnswer.NEVER);
    }

    @Test
    void readTheEnvironmentOfThisProcess() {
        assertThat(EnvironmentSwitches.ofThisProcess()).isEqualTo(EnvironmentSwitches.of(System.getenv()));
    }

    private static Switches of(String name, String value) {
        return EnvironmentSwitches.of(Map.of(name, value)).switches();
    }
}
