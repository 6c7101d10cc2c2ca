package io.aboveboard.adapter.scheduler.quartz;

import io.aboveboard.domain.annotation.Nullable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.quartz.spi.ThreadExecutor;
import org.quartz.spi.ThreadPool;

/**
 * The one thread of a schedule. Quartz's scheduling loop runs on it and so does the beat, since there is nothing else to
 * schedule meanwhile: beats cannot overlap, and a process that has run out of threads still beats.
 */
final class BeatThread implements ThreadExecutor, ThreadPool {
    /** Twice this is how long a close takes at most; the port allows five seconds. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final Semaphore turn = new Semaphore(1);
    private volatile @Nullable Thread thread;

    @Override
    public void execute(Thread schedulingLoop) {
        thread = schedulingLoop;
        schedulingLoop.start();
    }

    /** Answers that it was run even when a close took the last turn: Quartz would report an error otherwise. */
    @Override
    public boolean runInThread(Runnable beat) {
        if (turn.tryAcquire()) {
            try {
                beat.run();
            } finally {
                turn.release();
            }
        }
        return true;
    }

    /** Takes the turn for good, so that no beat begins any more; waits for one under way, but not for ever. */
    void finishBeat() {
        if (!isCurrent()) {
            patiently(() -> turn.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
        }
    }

    /** Waits for the thread to end, unless it is the one that asks; answers whether it may be relied on to end. */
    boolean awaitEnd() {
        Thread waitedFor = thread;
        if (waitedFor == null || isCurrent()) {
            return true;
        }
        patiently(() -> waitedFor.join(PATIENCE_MILLIS));
        return !waitedFor.isAlive();
    }

    /** A host's thread that was interrupted before it closes still waits: the wait is bounded. */
    private static void patiently(Wait wait) {
        boolean interrupted = Thread.interrupted();
        try {
            wait.await();
        } catch (InterruptedException urgent) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isCurrent() {
        return Thread.currentThread().equals(thread);
    }

    @Override
    public int blockForAvailableThreads() {
        return 1;
    }

    @Override
    public int getPoolSize() {
        return 1;
    }

    /** Nothing to prepare. */
    @Override
    public void initialize() {}

    /** Nothing to end: the scheduling loop ends by itself. */
    @Override
    public void shutdown(boolean waitForJobsToComplete) {}

    @Override
    public void setInstanceId(String schedulerInstanceId) {}

    @Override
    public void setInstanceName(String schedulerName) {}

    private interface Wait {
        void await() throws InterruptedException;
    }
}
