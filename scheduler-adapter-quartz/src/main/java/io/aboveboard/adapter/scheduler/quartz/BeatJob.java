package io.aboveboard.adapter.scheduler.quartz;

import io.aboveboard.domain.annotation.Nullable;
import java.lang.System.Logger.Level;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** The job of one schedule: calls the beat and keeps whatever it throws away from Quartz. Used by one thread. */
final class BeatJob implements Job {
    private static final System.Logger LOGGER = System.getLogger(BeatJob.class.getName());

    private final Runnable beat;
    private @Nullable Class<?> lastFailure;

    BeatJob(Runnable beat) {
        this.beat = beat;
    }

    @Override
    public void execute(JobExecutionContext context) {
        try {
            beat.run();
            lastFailure = null;
        } catch (Throwable failure) {
            report(failure.getClass());
        }
    }

    /** Names the class only, as a message may hold what no log should; a failure that repeats is no news. */
    private void report(Class<?> failure) {
        Level level = failure.equals(lastFailure) ? Level.DEBUG : Level.WARNING;
        lastFailure = failure;
        LOGGER.log(level, "The heartbeat threw {0}; it is called again at the next beat time.", failure.getName());
    }
}
