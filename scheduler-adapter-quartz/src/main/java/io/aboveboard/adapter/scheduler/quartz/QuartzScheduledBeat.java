package io.aboveboard.adapter.scheduler.quartz;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatSchedulerException;
import io.aboveboard.domain.port.ScheduledBeat;
import java.util.concurrent.atomic.AtomicBoolean;
import org.quartz.SchedulerException;
import org.quartz.core.QuartzScheduler;
import org.quartz.spi.OperableTrigger;

/** One running schedule: a Quartz scheduler and its thread. Thread-safe. */
final class QuartzScheduledBeat implements ScheduledBeat {
    private static final System.Logger LOGGER = System.getLogger(QuartzScheduledBeat.class.getName());

    private final QuartzScheduler quartz;
    private final BeatThread thread;
    private final AtomicBoolean closed = new AtomicBoolean();

    private QuartzScheduledBeat(QuartzScheduler quartz, BeatThread thread) {
        this.quartz = quartz;
        this.thread = thread;
    }

    static ScheduledBeat start(String name, BeatSchedule schedule, Runnable beat) {
        return start(name, DailyTrigger.after(DailyTrigger.quartzNow(), schedule), beat);
    }

    /** Starts from a trigger whose next fire time is already computed; one that lies in the past is a misfire. */
    static ScheduledBeat start(String name, OperableTrigger trigger, Runnable beat) {
        BeatThread thread = new BeatThread();
        try {
            QuartzScheduler quartz = PrivateQuartz.create(name, thread, trigger, new BeatJob(beat));
            quartz.start();
            return new QuartzScheduledBeat(quartz, thread);
        } catch (SchedulerException e) {
            throw new HeartbeatSchedulerException("the heartbeat could not be scheduled: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            thread.finishBeat();
            quartz.shutdown(false);
            warnIfAlive();
        }
    }

    private void warnIfAlive() {
        if (!thread.awaitEnd()) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "A heartbeat still runs after its schedule was closed; its daemon thread ends when it does.");
        }
    }
}
