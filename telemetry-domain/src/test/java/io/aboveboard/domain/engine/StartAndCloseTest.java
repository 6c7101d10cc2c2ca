package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.dropped;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StartAndCloseTest {
    private static final UserId USER = UserId.of(42);
    private static final Duration LONG = Duration.ofSeconds(30);

    private final LibraryThreads threads = new LibraryThreads();
    private final Bench bench = new Bench();

    @Test
    void doesByItselfWhatIsToBeDoneAtAStart() {
        Engine engine = bench.engine();
        engine.start();
        assertThat(engine.flush(LONG)).isEqualTo(FlushOutcome.Drained.DRAINED);
        assertThat(bench.sink.names()).containsExactly("base_telemetry.first_seen", "base_telemetry.heartbeat");
        engine.consent().grant(ADMIN);
        assertThat(engine.telemetry().track(TIMER_STARTED, USER)).isEqualTo(Admission.Taken.TAKEN);
        assertThat(engine.flush(LONG)).isEqualTo(FlushOutcome.Drained.DRAINED);
        assertThat(bench.sink.names()).contains("telemetry.install", "timer.started");
        assertNothingLost(engine);
        engine.close();
    }

    @Test
    @Proves(Promise.P7)
    void runsOnTwoDaemonThreadsThatEndWithIt() throws InterruptedException {
        Engine engine = bench.engine();
        engine.start();
        List<Thread> started = threads.started();
        assertThat(started)
                .allMatch(Thread::isDaemon)
                .extracting(Thread::getName)
                .containsExactlyInAnyOrder("aboveboard-recorder", "aboveboard-courier");
        engine.flush(LONG);
        engine.close();
        for (Thread thread : started) {
            thread.join(LONG.toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    @Proves(Promise.P7)
    void startsNoThreadWhereItIsOnlyBuilt() {
        settled(bench.engine()).close();
        assertThat(threads.started()).isEmpty();
    }

    @Test
    void deliversWhatIsWaitingWhenItIsClosed() {
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, USER);
        engine.close();
        assertThat(bench.sink.records("timer.started")).hasSize(1);
        assertThat(bench.sink.closed).isTrue();
        assertThat(bench.outbox.closed).isTrue();
    }

    @Test
    @Proves(Promise.P7)
    void takesNothingAfterItsEndAndEndsOnce() {
        Engine engine = bench.granted();
        engine.close();
        engine.close();
        assertThat(engine.telemetry().track(TIMER_STARTED, USER)).isEqualTo(new Admission.Dropped(DropReason.CLOSED));
        assertThat(engine.telemetry().track("a.b", USER, null)).isEqualTo(new Admission.Dropped(DropReason.CLOSED));
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
        assertThat(bench.closedSchedules).isEqualTo(1);
        assertNothingLost(engine);
    }

    @Test
    void stillTakesADecisionAfterItsEnd() {
        Engine engine = bench.granted();
        engine.close();
        bench.outbox.purgesFail = true;
        assertThatCode(() -> engine.consent().withdraw(ADMIN)).doesNotThrowAnyException();
        assertThat(bench.store.history()).hasSize(2);
    }

    @Test
    @Proves({Promise.P7, Promise.P8})
    void storesWhatIsQueuedThoughItWaitsForNoDelivery() {
        bench.closeWait = Duration.ZERO;
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, USER);
        int before = bench.sink.batches().size();
        engine.close();
        assertThat(bench.sink.batches()).hasSize(before);
        assertThat(bench.outbox.contents().detailed()).isEqualTo(1);
        assertNothingLost(engine);
    }

    @Test
    @Fault("C26")
    @Proves({Promise.P7, Promise.P8})
    void storesWhatIsQueuedWhereTheReceiverWantsNothingForAWhile() {
        Engine engine = bench.granted();
        engine.start();
        bench.sink.answers(new Verdict.Retry("429", Duration.ofMinutes(2)));
        engine.telemetry().track(TIMER_STARTED, USER);
        engine.flush(Duration.ZERO);
        for (int event = 0; event < 50; event++) {
            engine.telemetry().track(TIMER_STARTED, USER);
        }
        engine.close();
        assertThat(dropped(engine, DropReason.CLOSED)).isZero();
        assertThat(bench.outbox.contents().detailed()).isEqualTo(51);
        assertNothingLost(engine);
    }

    @Test
    @Proves({Promise.P7, Promise.P8})
    void countsWhatCouldNotLeaveTheQueue() {
        bench.closeWait = Duration.ZERO;
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, USER);
        bench.store.gate().stuck = true;
        engine.close();
        bench.store.gate().stuck = false;
        assertThat(dropped(engine, DropReason.CLOSED)).isEqualTo(1);
        assertNothingLost(engine);
    }

    @Test
    void waitsForNoReceiverThatDoesNotWantAnythingNow() {
        Engine engine = bench.granted();
        bench.sink.answers(new Verdict.Parked("401", "check the token"));
        engine.telemetry().track(TIMER_STARTED, USER);
        engine.close();
        assertThat(bench.outbox.contents().detailed()).isEqualTo(1);
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P7)
    void endsWithinItsBoundThoughTheReceiverNeverAnswers() throws InterruptedException {
        CountDownLatch handedOver = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean();
        bench.closeWait = Duration.ofMillis(50);
        bench.sink.delivers(batch -> () -> {
            handedOver.countDown();
            try {
                never.await();
            } catch (InterruptedException closing) {
                interrupted.set(true);
            }
            return Answer.of(Verdict.Retry.because("closed"));
        });
        Engine engine = bench.engine();
        engine.start();
        handedOver.await();
        List<Thread> started = threads.started();
        long before = System.nanoTime();
        engine.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        for (Thread thread : started) {
            thread.join(LONG.toMillis());
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(interrupted).isTrue();
        assertNothingLost(engine);
    }

    @Test
    void saysWhatKeepsTheRestWhenAFlushRunsOutOfTime() {
        CountDownLatch released = new CountDownLatch(1);
        bench.sink.delivers(batch -> () -> {
            try {
                released.await();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            return Answer.of(ScriptedSink.DELIVERED);
        });
        Engine engine = bench.engine();
        engine.start();
        assertThat(engine.flush(Duration.ofMillis(20)))
                .isInstanceOfSatisfying(
                        FlushOutcome.StillPending.class,
                        pending -> assertThat(pending.why()).isEqualTo("no answer from the receiver yet"));
        released.countDown();
        assertThat(engine.flush(LONG)).isEqualTo(FlushOutcome.Drained.DRAINED);
        engine.close();
    }

    @Test
    @Proves(Promise.P7)
    void letsAnInterruptedCallerGoAndKeepsTheInterrupt() {
        bench.sink.answers(Verdict.Retry.because("offline"));
        Engine engine = bench.engine();
        engine.start();
        Thread.currentThread().interrupt();
        assertThat(engine.flush(LONG)).isInstanceOf(FlushOutcome.StillPending.class);
        assertThat(Thread.interrupted()).isTrue();
        Thread.currentThread().interrupt();
        engine.close();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closesWithoutHavingDoneAnything() {
        Engine engine = bench.engine();
        engine.close();
        assertThat(bench.sink.batches()).isEmpty();
        assertThat(bench.store.updates).hasValue(0);
    }
}
