package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Runs a step over and over on one daemon thread, resting as long as the step says or until it is woken. The only class of
 * the domain that knows threads.
 */
final class Worker {
    /** What is run: returns for how long there is nothing to do. */
    @FunctionalInterface
    interface Step {
        Duration run();
    }

    private final String name;
    private final Step step;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Thread thread;
    private volatile boolean woken;
    private boolean stopping;
    private volatile boolean resting;

    Worker(String name, Step step) {
        this.name = name;
        this.step = step;
    }

    void start() {
        Thread started = new Thread(this::loop, name);
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    boolean isStarted() {
        return thread != null;
    }

    /**
     * Ends a rest at once, or keeps the next one from beginning. Cheap while there is none: first the mark, then the look
     * at {@code resting}, in the reverse order of {@link #rest}, so that one of the two always sees the other.
     */
    void wake() {
        if (!woken) {
            woken = true;
        }
        if (resting) {
            signal(() -> woken = true);
        }
    }

    /** Lets the step under way finish, for so long at most, and ends the thread. Returns whether no step is under way any more. */
    boolean stop(Duration atMost) {
        signal(() -> stopping = true);
        Thread running = thread;
        if (running == null) {
            return true;
        }
        try {
            running.join(Math.max(1, atMost.toMillis()));
        } catch (InterruptedException closingAnyway) {
            Thread.currentThread().interrupt();
        }
        running.interrupt();
        return !running.isAlive();
    }

    /** Waits on the calling thread until something holds, looking again after each step. */
    boolean awaitUntil(BooleanSupplier condition, Duration atMost) {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Runs the step on the calling thread until something holds, for so long at most. Not while started. */
    boolean driveUntil(BooleanSupplier condition, Duration atMost, Clocks clocks) {
        long deadline = clocks.nanos() + atMost.toNanos();
        Duration rested = Duration.ZERO;
        while (!condition.getAsBoolean()) {
            Duration rest = step.run();
            if (condition.getAsBoolean()) {
                return true;
            }
            rested = rested.plus(rest);
            boolean beyondDeadline = clocks.nanos() + rest.toNanos() - deadline > 0;
            if (beyondDeadline || rested.compareTo(atMost) > 0 || !rest(rest)) {
                return false;
            }
        }
        return true;
    }

    private void loop() {
        while (!isStopping()) {
            Duration idle = step.run();
            if (!rest(idle)) {
                return;
            }
        }
    }

    private boolean isStopping() {
        lock.lock();
        try {
            changed.signalAll();
            return stopping;
        } finally {
            lock.unlock();
        }
    }

    /** Returns false if interrupted. */
    private boolean rest(Duration idle) {
        lock.lock();
        resting = true;
        try {
            changed.signalAll();
            long left = idle.toNanos();
            while (left > 0 && !woken && !stopping) {
                left = changed.awaitNanos(left);
            }
            woken = false;
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            resting = false;
            lock.unlock();
        }
    }

    private void signal(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
