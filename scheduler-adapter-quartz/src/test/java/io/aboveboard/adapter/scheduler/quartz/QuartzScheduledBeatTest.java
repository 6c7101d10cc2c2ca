package io.aboveboard.adapter.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.port.ScheduledBeat;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What closing does, and what it costs. */
@Timeout(60)
class QuartzScheduledBeatTest {
    private static final Duration BOUND_OF_CLOSE = Duration.ofSeconds(5);

    @Fault("F6")
    @Proves(Promise.P7)
    @Test
    void leavesNoThreadBehind() {
        Threads threads = Threads.now();
        ScheduledBeat running = QuartzHeartbeatScheduler.create().schedule(Schedules.farAway(), () -> {});
        assertThat(threads.added()).isNotEmpty();

        running.close();
        running.close();

        assertThat(threads.added()).isEmpty();
    }

    @Test
    void leavesNoThreadBehindWhenTheClosingThreadWasInterrupted() {
        Threads threads = Threads.now();
        ScheduledBeat running = QuartzHeartbeatScheduler.create().schedule(Schedules.farAway(), () -> {});

        Thread.currentThread().interrupt();
        running.close();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(threads.added()).isEmpty();
    }

    @Test
    void letsABeatUnderWayEndBeforeItCloses() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        AtomicBoolean endedByItself = new AtomicBoolean();
        ScheduledBeat running = Schedules.asleepFor(Duration.ofDays(1), () -> {
            begun.countDown();
            endedByItself.set(awaitUninterrupted(mayEnd));
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        Thread closer = closeInAnotherThread(running);
        Await.until(() -> closer.getState() == Thread.State.TIMED_WAITING);
        mayEnd.countDown();
        closer.join();

        assertThat(endedByItself).isTrue();
    }

    @Fault("F6")
    @Proves(Promise.P7)
    @Test
    void interruptsABeatThatDoesNotEnd() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean endedByItself = new AtomicBoolean(true);
        Threads threads = Threads.now();
        ScheduledBeat running = Schedules.asleepFor(Duration.ofDays(1), () -> {
            begun.countDown();
            endedByItself.set(awaitUninterrupted(never));
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        Duration took = timeOf(running::close);

        assertThat(took).isLessThan(BOUND_OF_CLOSE);
        assertThat(endedByItself).isFalse();
        assertThat(threads.added()).isEmpty();
    }

    @Fault("F6")
    @Proves(Promise.P7)
    @Test
    void closesInTimeThoughABeatWillNotBeInterrupted() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Threads threads = Threads.now();
        ScheduledBeat running = Schedules.asleepFor(Duration.ofDays(1), () -> {
            begun.countDown();
            while (!awaitUninterrupted(released)) {
                Thread.onSpinWait();
            }
        });
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

        Duration took = timeOf(running::close);
        released.countDown();

        assertThat(took).isLessThan(BOUND_OF_CLOSE);
        Await.until(() -> threads.added().isEmpty());
    }

    @Test
    void canBeClosedByItsOwnBeat() throws InterruptedException {
        BlockingQueue<ScheduledBeat> handed = new LinkedBlockingQueue<>();
        CountDownLatch closed = new CountDownLatch(1);
        Threads threads = Threads.now();
        handed.add(Schedules.asleepFor(Duration.ofDays(1), () -> closeOwn(handed, closed)));

        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();

        Await.until(() -> threads.added().isEmpty());
    }

    private static void closeOwn(BlockingQueue<ScheduledBeat> handed, CountDownLatch closed) {
        try {
            handed.take().close();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        closed.countDown();
    }

    private static boolean awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static Thread closeInAnotherThread(ScheduledBeat running) {
        Thread closer = new Thread(running::close, "closer");
        closer.start();
        return closer;
    }

    private static Duration timeOf(Runnable action) {
        long begun = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
