package io.aboveboard.adapter.consent.jdbc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for a few at a time, or for one alone, in the order in which they came. An interrupt is passed on, and ends no wait. Thread-safe. */
final class Places {
    private static final int MOST_WAITS = 3;

    private final int number;
    private final Semaphore free;

    Places(int number) {
        this.number = number;
        this.free = new Semaphore(number, true);
    }

    /** How many a hold of the gate takes: a decision takes all, so that who comes later waits behind it. */
    int takenBy(GateLock.Kind kind) {
        return kind == GateLock.Kind.EXCLUSIVE ? number : 1;
    }

    /** Returns false if so many did not become free in time. Each interrupt begins the wait anew, a few times at most. */
    boolean areTaken(int places, Duration patience) {
        boolean interrupted = false;
        try {
            for (int wait = 0; wait < MOST_WAITS; wait++) {
                try {
                    return free.tryAcquire(places, patience.toNanos(), TimeUnit.NANOSECONDS);
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

    void giveBack(int places) {
        free.release(places);
    }
}
