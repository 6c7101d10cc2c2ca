package io.aboveboard.adapter.scheduler.quartz;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.HeartbeatSchedulerException;
import io.aboveboard.domain.port.ScheduledBeat;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Wakes the heartbeat by Quartz: the job {@code send_base_telemetry_heartbeat} in the group {@code aboveboard}, daily at
 * the local time of the schedule. A day on which that time does not exist gets its beat later by the length of the gap, a
 * day that has it twice gets one; a beat time missed while the machine slept is made up for once.
 *
 * <p>Each schedule has a Quartz scheduler of its own, named {@code aboveboard-1} and on, on one daemon thread. It reads no
 * {@code quartz.properties} and no system property, is not entered in Quartz's repository of schedulers and opens
 * neither socket nor file, so a host's own Quartz neither sees nor shapes it. A beat that throws is logged and costs no
 * later beat.
 *
 * <p>Holds nothing to close; the caller closes each {@link ScheduledBeat}. Thread-safe.
 */
public final class QuartzHeartbeatScheduler implements HeartbeatScheduler {
    /** Over all instances, so that no two schedules of one process share a name. */
    private static final AtomicInteger SCHEDULES = new AtomicInteger();

    private QuartzHeartbeatScheduler() {}

    /**
     * Creates the scheduler. No class of Quartz is loaded and no thread started before {@link #schedule}.
     *
     * @return the scheduler
     */
    public static QuartzHeartbeatScheduler create() {
        return new QuartzHeartbeatScheduler();
    }

    /**
     * {@inheritDoc}
     *
     * <p>The first wake is at the next beat time. Closing gives a beat under way two seconds to end, interrupts it, and
     * gives it two more.
     *
     * @throws HeartbeatSchedulerException if the time zone is one that Quartz cannot compute with, or if there is no
     *     usable Quartz on the class path
     */
    @Override
    public ScheduledBeat schedule(BeatSchedule schedule, Runnable beat) {
        Objects.requireNonNull(schedule, "schedule");
        Objects.requireNonNull(beat, "beat");
        try {
            return QuartzScheduledBeat.start("aboveboard-" + SCHEDULES.incrementAndGet(), schedule, beat);
        } catch (LinkageError noQuartz) {
            throw new HeartbeatSchedulerException(
                    "no usable Quartz on the class path: put quartz 2.5.2 and slf4j-api there (" + noQuartz + ")",
                    noQuartz);
        }
    }
}
