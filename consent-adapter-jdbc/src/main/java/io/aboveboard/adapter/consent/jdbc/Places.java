package io.aboveboard.adapter.consent.jdbc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for a few at a time, in the order in which they came. An interrupt is passed on, and ends no wait. Thread-safe. */
final class Places {
    private static final int MOST_WAITS = 3;

    private final Semaphore free;

    Places(int number) {
        this.free = new Semaphore(number, true);
    }

    /** Returns false if none became free in time. Each interrupt begins the wait anew, a few times at most. */
    boolean isTaken(Duration patience) {
        boolean interrupted = false;
        try {
            for (int wait = 0; wait < MOST_WAITS; wait++) {
                try {
                    return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException told) {
                    interrupted = true;
                }
            }
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void giveBack() {
        free.release();
    }
}
