package io.aboveboard.bootstrap.silence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.silence.NetworkNamespace;
import io.aboveboard.testkit.silence.SilenceCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Off for a day: no thread, no file, no socket, no look-up, no connection, whatever the host calls. */
@Tag("thorough")
@Proves(Promise.P5)
@Fault("E10")
class QuietDayIT {
    private static final int A_MINUTE = 1;

    private Path folder;

    @BeforeEach
    void findAPlace(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @ParameterizedTest
    @CsvSource({"DO_NOT_TRACK,1", "OTEL_SDK_DISABLED,true", "TELEMETRY_LAYERS,none"})
    void isSilentInTheJvmOfItsHost(String name, String value) {
        QuietDay day = new QuietDay(folder.resolve("state"), EnvironmentSwitches.of(Map.of(name, value)));

        SilenceCheck.ofThisJvm().watching(folder).assertSilent(() -> day.pass(QuietDay.WHOLE));
    }

    @ParameterizedTest
    @CsvSource({"DO_NOT_TRACK,1", "OTEL_SDK_DISABLED,true", "TELEMETRY_LAYERS,none"})
    void letsNothingIntoTheNetwork(String name, String value) throws Exception {
        try (NetworkNamespace network = network()) {
            assertThat(live(network, Map.of(name, value), QuietDay.WHOLE)).isEmpty();
            assertThat(network.silence().breaches()).isEmpty();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void isHeardWhereNoSwitchIsOn() throws Exception {
        try (NetworkNamespace network = network()) {
            assertThat(live(network, Map.of(), A_MINUTE))
                    .contains(
                            "a thread was started: aboveboard-recorder",
                            "a file was created: " + folder.resolve("state/installation.json"));
            assertThat(network.silence().breaches()).as("it looked up the name").isNotEmpty();
        }
    }

    @Test
    void leavesAloneWhatWasThereBefore() throws Exception {
        try (NetworkNamespace network = network()) {
            assertThat(live(network, Map.of(), A_MINUTE)).contains("installation.json", "spool");
        }
        try (NetworkNamespace network = network()) {
            assertThat(live(network, Map.of("DO_NOT_TRACK", "1"), QuietDay.WHOLE))
                    .isEmpty();
            assertThat(network.silence().breaches()).isEmpty();
        }
    }

    private static NetworkNamespace network() {
        String obstacle = NetworkNamespace.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);
        return NetworkNamespace.open();
    }

    /** What the process says of itself; its end code has to agree. */
    private String live(NetworkNamespace network, Map<String, String> environment, int minutes) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(network.inside(ShortJvm.command(
                        "-cp",
                        System.getProperty("java.class.path"),
                        QuietDay.class.getName(),
                        folder.resolve("state").toString(),
                        String.valueOf(minutes))))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo((int) said.lines().count());
        return said;
    }
}
