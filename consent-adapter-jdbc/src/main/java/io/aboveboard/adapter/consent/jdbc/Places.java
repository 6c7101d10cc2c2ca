package io.aboveboard.adapter.consent.jdbc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for a few at a time, in the order in which they came. An interrupt is passed on, and ends no wait. Thread-safe. */
final class Places {
    private final Semaphore free;

    Places(int number) {
        this.free = new Semaphore(number, true);
    }

    /** Returns false if none became free in time. */
    boolean isTaken(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return free.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException told) {
                    interrupted = true;
                }
            }
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
