package io.aboveboard.domain.port;

import io.aboveboard.domain.base.BeatSchedule;

/**
 * Wakes the library at the beat time. Whether a beat is due the library decides itself, so waking it too often does no
 * harm. Implementations use daemon threads only.
 */
public interface HeartbeatScheduler {
    /**
     * Begins to wake the library daily.
     *
     * @param schedule at what local time
     * @param beat what to call; must not throw
     * @return the running schedule, which the caller closes
     * @throws HeartbeatSchedulerException if it cannot be scheduled
     */
    ScheduledBeat schedule(BeatSchedule schedule, Runnable beat);

    /**
     * For hosts that wake the library themselves; the library still looks at each start and while it runs.
     *
     * @return a scheduler that never wakes
     */
    static HeartbeatScheduler none() {
        return NoHeartbeatScheduler.INSTANCE;
    }
}
