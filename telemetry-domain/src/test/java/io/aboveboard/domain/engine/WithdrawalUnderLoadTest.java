package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Proves(Promise.P2)
@Timeout(120)
class WithdrawalUnderLoadTest {
    private static final int THREADS = 50;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Bench bench = new Bench();

    @RepeatedTest(3)
    @Fault({"E1", "E3"})
    void handsNothingOverOnceItHasReturnedWhileFiftyThreadsTrack() throws Exception {
        bench.queueCapacity = 5_000;
        Engine engine = bench.engine();
        engine.start();
        engine.flush(LONG);
        engine.consent().grant(ADMIN);
        CyclicBarrier start = new CyclicBarrier(THREADS + 1);
        CountDownLatch busy = new CountDownLatch(THREADS * 100);
        AtomicBoolean withdrawn = new AtomicBoolean();
        AtomicInteger afterwards = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> trackers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                trackers.add(pool.submit(tracker(engine, start, busy, withdrawn)));
            }
            start.await();
            busy.await();
            engine.consent().withdraw(ADMIN);
            int handedOver = bench.sink.records(Layer.DETAILED).size();
            assertThat(bench.outbox.contents().detailed()).isZero();
            withdrawn.set(true);
            for (Future<Integer> tracker : trackers) {
                afterwards.addAndGet(tracker.get());
            }
            assertThat(engine.flush(LONG)).isEqualTo(FlushOutcome.Drained.DRAINED);
            assertThat(bench.sink.records(Layer.DETAILED)).hasSize(handedOver);
            assertThat(afterwards).hasValue(THREADS * 20);
        } finally {
            pool.shutdownNow();
        }
        assertNothingLost(engine);
        engine.close();
    }

    /** Tracks until the withdrawal has returned, and twenty times after. Returns how many of those were refused. */
    private static Callable<Integer> tracker(
            Engine engine, CyclicBarrier start, CountDownLatch busy, AtomicBoolean withdrawn) {
        return () -> {
            start.await();
            while (!withdrawn.get()) {
                engine.telemetry().track(TIMER_STARTED, UserId.of(1));
                busy.countDown();
            }
            int refused = 0;
            for (int i = 0; i < 20; i++) {
                Admission admission = engine.telemetry().track(TIMER_STARTED, UserId.of(2));
                refused += admission.equals(new Admission.Dropped(DropReason.NO_CONSENT)) ? 1 : 0;
            }
            return refused;
        };
    }

    @Test
    void waitsForNoAnswerOfTheReceiver() throws InterruptedException {
        CountDownLatch handedOver = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Engine engine = bench.granted();
        bench.sink.delivers(batch -> () -> {
            handedOver.countDown();
            awaitQuietly(released);
            return Answer.of(ScriptedSink.DELIVERED);
        });
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        engine.store();
        Thread courier = new Thread(engine::deliver);
        courier.start();
        handedOver.await();
        engine.consent().withdraw(ADMIN);
        assertThat(courier.isAlive()).isTrue();
        released.countDown();
        courier.join();
        assertNothingLost(engine);
    }

    @Test
    void waitsForTheHandOverThatHasAskedBefore() throws InterruptedException {
        CountDownLatch handingOver = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        engine.store();
        AtomicBoolean outOfHand = new AtomicBoolean();
        bench.sink.delivers(batch -> {
            handingOver.countDown();
            awaitQuietly(released);
            outOfHand.set(true);
            return () -> Answer.of(ScriptedSink.DELIVERED);
        });
        Thread courier = new Thread(engine::deliver);
        courier.start();
        handingOver.await();
        AtomicBoolean wasOutOfHand = new AtomicBoolean();
        Thread withdrawing = new Thread(() -> {
            engine.consent().withdraw(ADMIN);
            wasOutOfHand.set(outOfHand.get());
        });
        withdrawing.start();
        awaitBlockedOrDone(withdrawing);
        released.countDown();
        withdrawing.join();
        courier.join();
        assertThat(wasOutOfHand).isTrue();
    }

    @Test
    @Proves(Promise.P1)
    void isNotUndoneByALookThatBeganBefore() throws InterruptedException {
        Engine engine = bench.granted();
        CountDownLatch looked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Thread looking = new Thread(() -> engine.consent().current());
        bench.store.afterRead = () -> {
            if (Thread.currentThread() == looking) {
                looked.countDown();
                awaitQuietly(released);
            }
        };
        looking.start();
        looked.await();
        Thread withdrawing = new Thread(() -> engine.consent().withdraw(ADMIN));
        withdrawing.start();
        awaitBlockedOrDone(withdrawing);
        released.countDown();
        looking.join();
        withdrawing.join();
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
    }

    private static void awaitBlockedOrDone(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
        }
    }
}
