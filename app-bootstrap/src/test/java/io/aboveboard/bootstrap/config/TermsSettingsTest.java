package io.aboveboard.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.P15)
class TermsSettingsTest {
    private static final EventName STARTED = EventName.of("timer.started");
    private static final EventName PAUSED = EventName.of("timer.paused");

    private Path file;

    @BeforeEach
    void nameAFile(@TempDir Path folder) {
        file = folder.resolve("events.json");
    }

    private static ConfigReading read(String name, String value) {
        return ConfigReader.read(
                new SettingSources(Map.of(), Map.of("HOME", "/home/app", name, value), BuildInfo.withoutSink("1.0")));
    }

    private static TermsConfig terms(String name, String value) {
        ConfigReading reading = read(name, value);
        assertThat(reading).isInstanceOf(ConfigReading.Valid.class);
        return ((ConfigReading.Valid) reading).config().terms();
    }

    private static List<String> errors(String name, String value) {
        ConfigReading reading = read(name, value);
        assertThat(reading).isInstanceOf(ConfigReading.Invalid.class);
        return ((ConfigReading.Invalid) reading)
                .errors().stream().map(SettingProblem::toString).toList();
    }

    private EventSchema schema(String json) throws IOException {
        return terms(
                        "TELEMETRY_EVENT_SCHEMA_FILE",
                        Files.writeString(file, json).toString())
                .schema();
    }

    private List<String> errorsOf(String json) throws IOException {
        return errors(
                "TELEMETRY_EVENT_SCHEMA_FILE", Files.writeString(file, json).toString());
    }

    @Test
    void asksForAllThereIsWithTheFirstTextWhereNothingIsSaid() {
        TermsConfig terms = terms("APP_VERSION", "1.0");

        assertThat(terms.textVersion()).isEqualTo("1");
        assertThat(terms.schema().version()).isEqualTo(1);
    }

    @Test
    void takesTheVersionOfTheText() {
        assertThat(terms("TELEMETRY_CONSENT_TEXT_VERSION", "2027-03").textVersion())
                .isEqualTo("2027-03");
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "1\n2", "ä"})
    void refusesAVersionOfTheTextThatIsNoName(String version) {
        assertThat(errors("TELEMETRY_CONSENT_TEXT_VERSION", version))
                .containsExactly("TELEMETRY_CONSENT_TEXT_VERSION: must be 1 to 64 letters, digits, dots, dashes and"
                        + " underscores, like 2 or 2027-03");
    }

    @Test
    void readsWhichEventsAndFieldsCameLater() throws IOException {
        EventSchema schema = schema(
                "{\"version\":3,\"events\":{\"timer.paused\":2},\"fields\":{\"timer.started\":{\"billable\":3}}}");

        assertThat(schema.version()).isEqualTo(3);
        assertThat(schema.isCovered(1, PAUSED)).isFalse();
        assertThat(schema.isCovered(2, PAUSED)).isTrue();
        assertThat(schema.isCovered(2, STARTED, "billable")).isFalse();
        assertThat(schema.isCovered(3, STARTED, "billable")).isTrue();
        assertThat(schema.isCovered(1, STARTED, "project_id")).isTrue();
    }

    @Test
    void saysEverythingThatIsWrongWithTheFileAtOnce() throws IOException {
        assertThat(errorsOf(
                        "{\"version\":2,\"event\":{},\"events\":{\"timer.paused\":3,\"no name\":2,\"a\":\"canary\"},"
                                + "\"fields\":{\"timer.started\":{\"billable\":9,\"email\":2},\"timer.stopped\":2}}"))
                .containsExactlyInAnyOrder(
                        "TELEMETRY_EVENT_SCHEMA_FILE: in the file, event: is none of version, events and fields",
                        "TELEMETRY_EVENT_SCHEMA_FILE: in the file, events timer.paused: added: 3 is not a version from 1"
                                + " to 2",
                        "TELEMETRY_EVENT_SCHEMA_FILE: in the file, events no name: event name: use segments of letters,"
                                + " digits, _ or -, each starting with a letter, joined by dots, such as timer.started",
                        "TELEMETRY_EVENT_SCHEMA_FILE: in the file, events a: must be the version it came with, as a whole"
                                + " number",
                        "TELEMETRY_EVENT_SCHEMA_FILE: in the file, fields timer.started billable: added: 9 is not a"
                                + " version from 1 to 2",
                        "TELEMETRY_EVENT_SCHEMA_FILE: in the file, fields timer.started email: key: the key names personal"
                                + " data, which is never sent",
                        "TELEMETRY_EVENT_SCHEMA_FILE: in the file, fields timer.stopped: must be an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "2", "{}", "{\"version\":0}", "{\"version\":\"canary\"}", "{\"version\":2.5}"})
    void saysWhatAFileIsLikeThatNamesNoVersion(String json) throws IOException {
        assertThat(errorsOf(json))
                .containsExactly("TELEMETRY_EVENT_SCHEMA_FILE: the file must be like {\"version\": 2, \"events\":"
                        + " {\"timer.paused\": 2}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"canary", "{\"version\":1} canary", "{\"version\":1,\"version\":2}", "{\"version\":1"})
    @Proves(Promise.P11)
    void showsNothingOfAFileThatIsNoJson(String text) throws IOException {
        assertThat(errorsOf(text))
                .containsExactly(
                        "TELEMETRY_EVENT_SCHEMA_FILE: the file is not JSON, or has a key twice or text after it");
    }

    @Test
    void saysWhyAFileCannotBeRead() {
        assertThat(errors("TELEMETRY_EVENT_SCHEMA_FILE", file.toString()))
                .containsExactly("TELEMETRY_EVENT_SCHEMA_FILE: cannot be read: there is no such file");
    }
}
