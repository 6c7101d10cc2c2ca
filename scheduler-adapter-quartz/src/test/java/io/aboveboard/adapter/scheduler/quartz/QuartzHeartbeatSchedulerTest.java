package io.aboveboard.adapter.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatSchedulerException;
import io.aboveboard.domain.port.ScheduledBeat;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QuartzHeartbeatSchedulerTest {
    private static final Duration BOUND_OF_CLOSE = Duration.ofSeconds(5);

    private final QuartzHeartbeatScheduler scheduler = QuartzHeartbeatScheduler.create();
    private final BlockingQueue<Instant> beats = new LinkedBlockingQueue<>();

    @Proves(Promise.P4)
    @Test
    void wakesAtTheBeatTimeAndNotBefore() throws InterruptedException {
        Instant soon = DailyTrigger.quartzNow().plusMillis(500);
        BeatSchedule schedule = Schedules.from(soon);

        try (ScheduledBeat running = scheduler.schedule(schedule, this::beat)) {
            Instant beat = nextBeat();

            assertThat(running).isNotNull();
            assertThat(beat).isBetween(soon, soon.plusSeconds(10));
            assertThat(schedule.isDue(null, beat)).isTrue();
        }
    }

    @Fault("F3")
    @Test
    void wakesOnceAfterSleepingOverManyBeatTimes() throws InterruptedException {
        Threads threads = Threads.now();
        ScheduledBeat woken = Schedules.asleepFor(Duration.ofDays(40), this::beat);

        nextBeat();
        awaitIdle(threads);
        woken.close();

        assertThat(beats).isEmpty();
    }

    /** Quartz's loop looks for the next trigger and waits only when it found none that has passed. */
    private static void awaitIdle(Threads threads) {
        Await.until(() -> threads.added().stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING));
    }

    @Proves(Promise.P7)
    @Test
    void wakesOnAfterABeatThatThrows() throws InterruptedException {
        Runnable failing = () -> {
            beat();
            throw new AssertionError("a beat that fails");
        };

        try (ScheduledBeat running = Schedules.asleepFor(Duration.ofDays(1), Schedules.in(500), failing)) {
            Instant madeUp = nextBeat();
            Instant onTime = nextBeat();

            assertThat(running).isNotNull();
            assertThat(onTime).isAfter(madeUp);
        }
    }

    @Fault("F6")
    @Proves(Promise.P7)
    @Test
    void runsOnOneNamedDaemonThread() throws InterruptedException {
        Threads threads = Threads.now();

        try (ScheduledBeat running = Schedules.asleepFor(Duration.ofDays(1), this::beat)) {
            nextBeat();

            assertThat(running).isNotNull();
            assertThat(threads.added())
                    .singleElement()
                    .satisfies(thread -> assertThat(thread.isDaemon()).isTrue())
                    .satisfies(thread -> assertThat(thread.getName()).isEqualTo("asleep-heartbeat"));
        }
    }

    @Fault("F6")
    @Proves(Promise.P7)
    @Test
    void leavesNoThreadBehind() {
        Threads threads = Threads.now();
        ScheduledBeat running = scheduler.schedule(Schedules.farAway(), this::beat);
        assertThat(threads.added()).isNotEmpty();

        running.close();
        running.close();

        assertThat(threads.added()).isEmpty();
    }

    @Test
    void leavesNoThreadBehindWhenTheClosingThreadWasInterrupted() {
        Threads threads = Threads.now();
        ScheduledBeat running = scheduler.schedule(Schedules.farAway(), this::beat);

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
        Threads threads = Threads.now();
        handed.add(Schedules.asleepFor(Duration.ofDays(1), () -> closeOwn(handed)));

        nextBeat();

        Await.until(() -> threads.added().isEmpty());
    }

    @SuppressWarnings("NullAway") // what a caller without the build's checks may pass
    @Test
    void refusesNothingToSchedule() {
        BeatSchedule schedule = new BeatSchedule(LocalTime.of(3, 0), ZoneOffset.UTC);

        assertThatThrownBy(() -> scheduler.schedule(null, this::beat)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> scheduler.schedule(schedule, null)).isInstanceOf(NullPointerException.class);
    }

    @Fault("F4")
    @Test
    void refusesAZoneThatQuartzCannotComputeWith() {
        Threads threads = Threads.now();
        BeatSchedule schedule = new BeatSchedule(LocalTime.of(3, 0), UnknownZone.register());

        assertThatThrownBy(() -> scheduler.schedule(schedule, this::beat))
                .isInstanceOf(HeartbeatSchedulerException.class);
        assertThat(threads.added()).isEmpty();
    }

    private void closeOwn(BlockingQueue<ScheduledBeat> handed) {
        try {
            handed.take().close();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        beat();
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

    private void beat() {
        beats.add(Instant.now());
    }

    private Instant nextBeat() throws InterruptedException {
        Instant beat = beats.poll(30, TimeUnit.SECONDS);
        assertThat(beat).as("a beat within 30 s").isNotNull();
        return beat;
    }
}
