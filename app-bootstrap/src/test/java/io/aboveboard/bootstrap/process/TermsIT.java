package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Software beside the jar, of which a later version asks for more: what came after the yes stays here. */
@Tag("thorough")
@Proves(Promise.P15)
@Fault("E8")
class TermsIT extends ReportingService {
    private static final String STARTED =
            "{\"events\":[{\"name\":\"timer.started\",\"properties\":{\"project_id\":7,\"billable\":true}}]}";
    private static final String PAUSED = "{\"events\":[{\"name\":\"timer.paused\"}]}";

    @Test
    void withholdsEventsAndFieldsThatCameAfterTheYes() throws Exception {
        try (RunningJar before = RunningJar.start(settings)) {
            before.grant();
        }
        try (RunningJar after = RunningJar.start(extended())) {
            assertThat(after.get("/v1/consent").body()).contains("is withheld until somebody says yes again");
            after.post("/v1/events", STARTED);
            after.post("/v1/events", PAUSED);
            after.awaitSettled();
            assertThat(keysOf("timer.started")).contains("project_id").doesNotContain("billable");
            assertThat(received("timer.paused")).isEmpty();
            assertThat(after.get("/v1/status").body()).contains("\"not_accepted\" : 1");

            after.grant();
            after.post("/v1/events", PAUSED);
            after.awaitSettled();
            assertThat(received("timer.paused")).hasSize(1);
        }
    }

    @Test
    void recordsNothingUnderAYesToAnotherText() throws Exception {
        JarProcess.run(settings, "consent", "grant");
        Map<String, String> later = JarSettings.with(settings, "TELEMETRY_CONSENT_TEXT_VERSION", "2027-03");

        assertThat(JarProcess.run(later, "track", "timer.started", "--user", "42")
                        .exitCode())
                .isEqualTo(1);
        JarProcess.run(later, "consent", "grant");
        assertThat(JarProcess.run(later, "track", "timer.started", "--user", "42")
                        .exitCode())
                .isZero();
        assertThat(JarProcess.run(later, "status", "--json").outText()).contains("\"text_version\" : \"2027-03\"");
    }

    private Map<String, String> extended() throws Exception {
        String schema =
                "{\"version\":2,\"events\":{\"timer.paused\":2},\"fields\":{\"timer.started\":{\"billable\":2}}}";
        return JarSettings.with(
                settings,
                "TELEMETRY_EVENT_SCHEMA_FILE",
                Files.writeString(folder.resolve("events.json"), schema).toString());
    }

    private Set<String> keysOf(String event) {
        assertThat(received(event)).hasSize(1);
        return received(event).get(0).attributes().keySet();
    }

    private List<ReceivedRecord> received(String event) {
        return receiver.records().stream()
                .filter(record -> record.eventName().equals(event))
                .toList();
    }
}
