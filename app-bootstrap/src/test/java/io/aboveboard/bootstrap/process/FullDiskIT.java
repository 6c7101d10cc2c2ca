package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.machine.Mount;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What commands and the page say, and what a no still does, where nothing can be stored any more. */
@Tag("thorough")
@Proves({Promise.P2, Promise.P7, Promise.P8})
class FullDiskIT extends ReportingService {
    private static final int KILOBYTES = 4096;
    private static final int MOST = 50;
    private static final String CANARY = "canary ".repeat(500);

    @Test
    @Fault({"D7", "E7"})
    void aFullDiskStopsRecordingAndNoWithdrawal() throws Exception {
        receiver.answerAlways(OtlpAnswer.accepted().heldUntil(new CountDownLatch(1)));
        try (Mount disk = Mount.memory(folder, KILOBYTES)) {
            assertThat(disk).isNotNull();
            assertThat(JarProcess.run(settings, "consent", "grant").exitCode()).isZero();
            assertThat(track().exitCode()).isZero();
            assertThat(Contents.mentioning("canary", folder)).isNotEmpty();
            Contents.fill(folder.resolve("ballast"), KILOBYTES);

            JarProcess.Result refused = track();
            for (int stored = 0; refused.exitCode() == 0 && stored < MOST; stored++) {
                refused = track();
            }
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .anyMatch(
                            line -> line.startsWith("aboveboard: not recorded: ") && line.contains("the disk is full"));

            JarProcess.Result withdrawn = JarProcess.run(settings, "consent", "withdraw");

            assertThat(withdrawn.exitCode())
                    .as(String.join("; ", withdrawn.err()))
                    .isZero();
            JsonNode status =
                    status(JarProcess.run(settings, "status", "--json").outText());
            assertThat(status.path("consent").path("state").asText()).isEqualTo("denied");
            assertThat(status.path("outbox").path("detailed").asLong()).isZero();
            assertThat(Contents.mentioning("canary", folder)).isEmpty();
        }
        assertThat(receiver.records()).noneMatch(ReceivedRecord::detailed);
    }

    @Test
    @Fault("D8")
    void thePageSaysThatNothingIsStoredWhileTheDiskDoesNotSync() throws Exception {
        Tracing.requireIt();
        try (RunningJar run = RunningJar.start(settings)) {
            run.grant();
            JsonNode failing;
            try (Tracing broken = Tracing.failSyncsOf(run.process().pid())) {
                assertThat(broken).isNotNull();
                assertThat(run.post("/v1/events", "{\"events\":[{\"id\":\"a\",\"name\":\"order.placed\"}]}")
                                .statusCode())
                        .isEqualTo(503);
                failing = status(run.get("/v1/status").body());
            }

            // What is delivered meanwhile cannot be saved either, and says so, too.
            assertThat(failing.path("warnings"))
                    .extracting(JsonNode::asText)
                    .anyMatch(warning -> warning.startsWith("events were not stored: "));
        }
    }

    private JarProcess.Result track() throws InterruptedException {
        return JarProcess.run(settings, "track", "order.placed", "--user=42", "-p=note=" + CANARY);
    }

    private static JsonNode status(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
