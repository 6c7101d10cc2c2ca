package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A disk that takes what it is given and does not come back, as one does that hangs in a write or in a sync. */
@Proves({Promise.P7, Promise.P8, Promise.P16})
class HangingDiskTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final int MORE_THAN_THE_QUEUE_HOLDS = 500;

    private final Bench bench = new Bench();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final CountDownLatch back = new CountDownLatch(1);

    /** Nothing lets the disk go on before the last call has returned: one that waited for it would never end. */
    @Test
    @Timeout(60)
    @Fault("C27")
    void keepsNoCallerWaiting() throws InterruptedException {
        Engine engine = bench.engine();
        engine.start();
        engine.consent().grant(ADMIN);
        assertThat(engine.flush(LONG)).isEqualTo(FlushOutcome.Drained.DRAINED);
        bench.outbox.beforeAppending = this::hang;
        engine.telemetry().track(TIMER_STARTED, UserId.of(0));
        hanging.await();

        List<Admission> admissions = Stream.generate(() -> engine.telemetry().track(TIMER_STARTED, UserId.of(1)))
                .limit(MORE_THAN_THE_QUEUE_HOLDS)
                .toList();

        assertThat(admissions).contains(Admission.Taken.TAKEN).endsWith(new Admission.Dropped(DropReason.QUEUE_FULL));
        back.countDown();
        assertThat(engine.flush(LONG)).isEqualTo(FlushOutcome.Drained.DRAINED);
        long taken =
                1 + admissions.stream().filter(Admission.Taken.TAKEN::equals).count();
        assertThat(bench.sink.records("timer.started")).hasSize((int) taken);
        assertNothingLost(engine);
        engine.close();
    }

    private void hang() {
        hanging.countDown();
        try {
            back.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
