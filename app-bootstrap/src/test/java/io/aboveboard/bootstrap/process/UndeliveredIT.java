package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a command leaves and says where nobody takes what it has to deliver. */
@Tag("thorough")
class UndeliveredIT extends ReportingService {

    @Test
    @Proves({Promise.P8, Promise.P9})
    void keepsAnEventForTheNextRunOrFlushWhereItCannotBeDelivered() throws Exception {
        assertThat(JarProcess.run(settings, "consent", "grant").exitCode()).isZero();
        assertThat(JarProcess.run(settings, "flush").exitCode()).isZero();
        receiver.answerAlways(OtlpAnswer.status(503));
        assertThat(JarProcess.run(settings, "track", "timer.started", "--user=42")
                        .exitCode())
                .isZero();

        JarProcess.Result flushed = JarProcess.run(settings, "flush");

        assertThat(flushed.exitCode()).isEqualTo(1);
        assertThat(flushed.err())
                .anyMatch(line -> line.startsWith("aboveboard: 1 not delivered, kept for the next run or flush: "));
        assertThat(flushed.took()).isLessThan(Duration.ofSeconds(14));
        receiver.answerAlways(OtlpAnswer.accepted());
        try (JarProcess run = JarProcess.start(settings, "run")) {
            run.awaitLine("first seen  sent ");
        }
        List<ReceivedRecord> attempts = receiver.records().stream()
                .filter(record -> record.eventName().equals("timer.started"))
                .toList();
        assertThat(attempts).hasSizeGreaterThan(1).allMatch(attempts.get(0)::equals);
        assertThat(JarProcess.run(settings, "sent", "--tail=1").outText())
                .contains(attempts.get(0).uid());
    }

    @Test
    void saysInTimeThatAServerNeverAnswered() throws Exception {
        receiver.answerAlways(OtlpAnswer.accepted().heldUntil(new CountDownLatch(1)));

        JarProcess.Result flushed = JarProcess.run(settings, "flush");

        assertThat(flushed.exitCode()).isEqualTo(1);
        assertThat(flushed.err()).anyMatch(line -> line.contains("2 not delivered, kept for the next run or flush: "));
        assertThat(flushed.took()).isLessThan(Duration.ofSeconds(14));
    }
}
