package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What commands say of a process that delivers, and ask of it. */
@Tag("thorough")
@Proves(Promise.P8)
class BesideARunIT extends ReportingService {

    @Test
    void statusTellsWhyAnotherProcessDoesNotDeliverAndFlushMakesItTryAtOnce() throws Exception {
        assertThat(JarProcess.run(settings, "consent", "grant").exitCode()).isZero();
        assertThat(JarProcess.run(settings, "flush").exitCode()).isZero();
        receiver.answerAlways(OtlpAnswer.status(503));
        try (RunningJar run = RunningJar.start(settings)) {
            assertThat(run.post("/v1/events", "{\"events\":[{\"id\":\"a\",\"name\":\"timer.started\"}]}")
                            .statusCode())
                    .isEqualTo(200);
            receiver.awaitRequests(receiver.requests().size() + 3, JarProcess.PATIENCE);

            JsonNode status = json(JarProcess.run(settings, "status", "--json"));

            assertThat(status.path("sink").path("state").asText()).isEqualTo("retrying");
            assertThat(status.path("sink").path("reason").asText()).contains("503");
            assertThat(status.path("sink").path("next_attempt_at").asText()).isNotEmpty();
            assertThat(status.path("counts").path("pending").asLong()).isEqualTo(1);

            receiver.answerAlways(OtlpAnswer.accepted());
            JarProcess.Result flushed = JarProcess.run(settings, "flush");

            assertThat(flushed.exitCode()).as(String.join("; ", flushed.err())).isZero();
            assertThat(flushed.outText()).endsWith("nothing is waiting");
            assertThat(receiver.records().stream()
                            .filter(record -> record.eventName().equals("timer.started"))
                            .map(ReceivedRecord::encoded)
                            .distinct())
                    .hasSize(1);
            assertThat(json(JarProcess.run(settings, "status", "--json"))
                            .path("counts")
                            .path("pending")
                            .asLong())
                    .isZero();
        }
    }

    private static JsonNode json(JarProcess.Result result) throws IOException {
        return new ObjectMapper().readTree(result.outText());
    }
}
