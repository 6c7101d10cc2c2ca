package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How the process ends, and what it remembers when it starts again. */
class RestartIT extends ReportingService {
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(5);

    @Proves(Promise.P4)
    @Test
    void reportsNothingTwiceAfterAKill() throws Exception {
        try (JarProcess first = JarProcess.start(settings, "run")) {
            first.awaitLine("heartbeat   last ");
            first.kill();
        }
        List<ReceivedRecord> before = receiver.records();
        String id = installId();
        try (JarProcess second = JarProcess.start(settings, "run")) {
            second.awaitLine("heartbeat   last ");
            assertThat(second.awaitLine("install id")).contains(id);
            assertThat(second.terminate().exitCode()).isZero();
        }

        assertThat(installId()).isEqualTo(id);
        assertThat(before)
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.fields()).containsEntry("install_id", id));
        assertThat(receiver.records()).isEqualTo(before);
    }

    private String installId() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("installation.json").toFile())
                .path("install_id")
                .asText();
    }

    @Fault("B5")
    @Proves(Promise.P4)
    @Test
    void resendsTheSameBytesThatAKillLeftUnanswered() throws Exception {
        receiver.answerNext(OtlpAnswer.accepted().heldUntil(new CountDownLatch(1)));
        try (JarProcess first = JarProcess.start(settings, "run")) {
            receiver.awaitRequests(1, JarProcess.PATIENCE);
            first.kill();
        }
        ReceivedRecord unanswered = receiver.records().get(0);
        try (JarProcess second = JarProcess.start(settings, "run")) {
            second.awaitLine("first seen  sent ");
        }

        assertThat(receiver.records())
                .filteredOn(record -> record.eventName().equals("base_telemetry.first_seen"))
                .hasSize(2)
                .allSatisfy(record -> {
                    assertThat(record.encoded()).isEqualTo(unanswered.encoded());
                    assertThat(record.time()).isEqualTo(unanswered.time());
                    assertThat(record.uid()).isEqualTo(unanswered.uid());
                });
    }

    @Proves(Promise.P2)
    @Test
    void isNotForgottenUnderItsFeet() throws Exception {
        try (JarProcess run = JarProcess.start(settings, "run")) {
            run.awaitLine("heartbeat   last ");
            for (String command : List.of("erase", "reset-identity")) {
                JarProcess.Result refused = JarProcess.run(settings, command, "--yes");

                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.err())
                        .anyMatch(line -> line.contains("another process acts for this installation; stop it first"));
            }
        }
        assertThat(folder.resolve("installation.json")).content().contains("install_id");
    }

    @Proves({Promise.P7, Promise.P16})
    @Test
    void endsInGoodOrderWhenAskedTo() throws Exception {
        try (JarProcess run = JarProcess.start(settings, "run")) {
            run.awaitLine("heartbeat   last ");

            JarProcess.Result ended = run.terminate();

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.out()).endsWith("stopped");
            assertThat(ended.took()).isLessThan(CLOSE_BOUND);
        }
    }

    @Fault("C26")
    @Proves(Promise.P7)
    @Test
    void endsInTimeBesideAServerThatNeverAnswers() throws Exception {
        receiver.answerAlways(OtlpAnswer.accepted().heldUntil(new CountDownLatch(1)));
        try (JarProcess run = JarProcess.start(settings, "run")) {
            receiver.awaitRequests(1, JarProcess.PATIENCE);

            JarProcess.Result ended = run.terminate();

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.took()).isLessThan(CLOSE_BOUND);
            assertThat(ended.err())
                    .anyMatch(
                            line -> line.contains("2 records were not delivered and will be by the next run or flush"));
        }
        List<ReceivedRecord> unanswered = receiver.records();
        receiver.answerAlways(OtlpAnswer.accepted());
        try (JarProcess again = JarProcess.start(settings, "run")) {
            again.awaitLine("heartbeat   last ");
        }
        List<ReceivedRecord> all = receiver.records();
        assertThat(unanswered).isNotEmpty();
        assertThat(all.subList(unanswered.size(), all.size()))
                .as("the same records, byte for byte")
                .containsAll(unanswered);
    }

    @Test
    @Tag("thorough")
    void runsOnlyOnceOnAFolder() throws Exception {
        try (JarProcess run = JarProcess.start(settings, "run")) {
            run.awaitLine("first seen  sent ");

            JarProcess.Result second = JarProcess.run(settings, "run");

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).anyMatch(line -> line.contains("another process runs on " + folder));
        }
        assertThat(receiver.records()).hasSize(2);
    }
}
