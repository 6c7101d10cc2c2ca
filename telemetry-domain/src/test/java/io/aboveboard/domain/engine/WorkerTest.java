package io.aboveboard.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ManualTime time = new ManualTime("2027-06-10T12:00:00Z");
    private final Semaphore steps = new Semaphore(0);

    @Test
    void restsAsLongAsTheStepSaysUnlessItIsWoken() throws InterruptedException {
        Worker worker = new Worker("aboveboard-test", () -> {
            steps.release();
            return Duration.ofHours(1);
        });
        worker.wake();
        worker.start();
        for (int wake = 0; wake < 100; wake++) {
            assertThat(steps.tryAcquire(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            worker.wake();
        }
        worker.stop(LONG);
    }

    @Test
    void missesNoWakeThatComesWhileItWorks() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch woken = new CountDownLatch(1);
        Worker worker = new Worker("aboveboard-test", () -> {
            working.countDown();
            awaitQuietly(woken);
            steps.release();
            return Duration.ofHours(1);
        });
        worker.start();
        working.await();
        worker.wake();
        woken.countDown();
        assertThat(steps.tryAcquire(2, LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        worker.stop(LONG);
    }

    @Test
    void letsTheStepUnderWayFinishWhenItIsStopped() {
        AtomicInteger finished = new AtomicInteger();
        CountDownLatch working = new CountDownLatch(1);
        Worker worker = new Worker("aboveboard-test", () -> {
            working.countDown();
            finished.incrementAndGet();
            return Duration.ofHours(1);
        });
        worker.start();
        awaitQuietly(working);
        worker.stop(LONG);
        assertThat(finished).hasValue(1);
        assertThat(worker.isStarted()).isTrue();
    }

    @Test
    void stopsWithoutEverHavingStarted() {
        Worker worker = new Worker("aboveboard-test", () -> Duration.ZERO);
        worker.stop(LONG);
        assertThat(worker.isStarted()).isFalse();
    }

    @Test
    void waitsUntilSomethingHoldsOrTheTimeIsUp() {
        AtomicInteger done = new AtomicInteger();
        Worker worker = new Worker("aboveboard-test", () -> {
            done.incrementAndGet();
            return Duration.ZERO;
        });
        assertThat(worker.awaitUntil(() -> false, Duration.ZERO)).isFalse();
        assertThat(worker.awaitUntil(() -> true, Duration.ZERO)).isTrue();
        worker.start();
        assertThat(worker.awaitUntil(() -> done.get() > 10, LONG)).isTrue();
        worker.stop(LONG);
    }

    @Test
    void drivesItsStepOnTheCallersThreadUntilSomethingHolds() {
        List<Thread> by = new ArrayList<>();
        Worker worker = new Worker("aboveboard-test", () -> {
            by.add(Thread.currentThread());
            return Duration.ZERO;
        });
        assertThat(worker.driveUntil(() -> by.size() == 5, LONG, time.clocks())).isTrue();
        assertThat(by).hasSize(5).containsOnly(Thread.currentThread());
        assertThat(worker.driveUntil(() -> true, LONG, time.clocks())).isTrue();
        assertThat(by).hasSize(5);
    }

    @Test
    void drivesNoLongerThanItMayByEitherClock() {
        AtomicInteger driven = new AtomicInteger();
        Worker slow = new Worker("aboveboard-test", () -> {
            driven.incrementAndGet();
            time.pass(Duration.ofSeconds(2));
            return Duration.ZERO;
        });
        assertThat(slow.driveUntil(() -> false, Duration.ofSeconds(5), time.clocks()))
                .isFalse();
        assertThat(driven).hasValue(3);
        Worker resting = new Worker("aboveboard-test", () -> Duration.ofHours(1));
        assertThat(resting.driveUntil(() -> false, Duration.ofSeconds(5), time.clocks()))
                .isFalse();
    }

    @Test
    void restsBetweenTheStepsItDrives() {
        AtomicInteger driven = new AtomicInteger();
        Worker worker = new Worker("aboveboard-test", () -> {
            driven.incrementAndGet();
            return Duration.ofMillis(1);
        });
        assertThat(worker.driveUntil(() -> false, Duration.ofMillis(3), time.clocks()))
                .isFalse();
        assertThat(driven).hasValue(4);
    }

    @Test
    void endsWhenItsCallerIsInterruptedAndKeepsTheInterrupt() {
        Worker worker = new Worker("aboveboard-test", () -> Duration.ofSeconds(10));
        Thread.currentThread().interrupt();
        assertThat(worker.driveUntil(() -> false, LONG, time.clocks())).isFalse();
        assertThat(Thread.interrupted()).isTrue();
        Thread.currentThread().interrupt();
        assertThat(worker.awaitUntil(() -> false, LONG)).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException given) {
            Thread.currentThread().interrupt();
        }
    }
}
