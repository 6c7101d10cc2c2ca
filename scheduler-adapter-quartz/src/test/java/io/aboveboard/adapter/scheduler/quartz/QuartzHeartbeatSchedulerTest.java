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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class QuartzHeartbeatSchedulerTest {
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

    private void beat() {
        beats.add(Instant.now());
    }

    private Instant nextBeat() throws InterruptedException {
        Instant beat = beats.poll(30, TimeUnit.SECONDS);
        assertThat(beat).as("a beat within 30 s").isNotNull();
        return beat;
    }
}
