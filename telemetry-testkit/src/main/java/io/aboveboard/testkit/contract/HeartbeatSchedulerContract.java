package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.ScheduledBeat;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link HeartbeatScheduler} must do that wakes at all. */
@Timeout(60)
public interface HeartbeatSchedulerContract {
    /** How long a wake may be late on a busy machine, in seconds. */
    long PATIENCE_SECONDS = 30;

    /**
     * The scheduler under test.
     *
     * @return the same through one test
     */
    HeartbeatScheduler scheduler();

    /**
     * A schedule whose beat time is about to come: of the real clock a second or two ahead, so that the tests need not
     * wait long.
     *
     * @return the schedule, of the moment of the call
     */
    BeatSchedule soon();

    /** Lets the beat time come, where it does not come by itself. */
    default void comeBeatTime() {}

    @Test
    default void wakesAtTheBeatTime() throws InterruptedException {
        CountDownLatch woken = new CountDownLatch(1);
        try (ScheduledBeat beat = scheduler().schedule(soon(), woken::countDown)) {
            assertThat(beat).isNotNull();
            comeBeatTime();
            assertThat(woken.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    default void wakesNoMoreOnceClosed() throws InterruptedException {
        AtomicInteger wakes = new AtomicInteger();
        BeatSchedule schedule = soon();
        scheduler().schedule(schedule, wakes::incrementAndGet).close();
        CountDownLatch later = new CountDownLatch(1);
        try (ScheduledBeat beat = scheduler().schedule(schedule, later::countDown)) {
            assertThat(beat).isNotNull();
            comeBeatTime();
            assertThat(later.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(wakes).hasValue(0);
    }

    @Test
    default void closesTwiceWithoutComplaint() {
        ScheduledBeat beat = scheduler().schedule(soon(), () -> {});
        beat.close();
        beat.close();
    }

    @Test
    @Proves(Promise.P7)
    default void runsOnDaemonThreadsAndLeavesNoneBehind() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        ScheduledBeat beat = scheduler().schedule(soon(), () -> {});
        Set<Thread> added = new HashSet<>(Thread.getAllStackTraces().keySet());
        added.removeAll(before);
        assertThat(added).allMatch(Thread::isDaemon);
        beat.close();
        for (Thread thread : added) {
            thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }
}
