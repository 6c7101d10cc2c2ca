package io.aboveboard.adapter.consent.file;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Lets time pass between two attempts; replaced in tests, so that they wait for nothing. */
@FunctionalInterface
interface Pauser {
    /**
     * Lets about so much time pass, or less.
     *
     * @param duration how long
     */
    void pause(Duration duration);

    /**
     * The one for use.
     *
     * @return a pauser that parks the calling thread
     */
    static Pauser parking() {
        return Pauser::park;
    }

    /** A thread that is interrupted beforehand would not be parked at all, and would use up its patience in no time. */
    private static void park(Duration duration) {
        boolean interrupted = Thread.interrupted();
        LockSupport.parkNanos(Pauser.class, duration.toNanos());
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
