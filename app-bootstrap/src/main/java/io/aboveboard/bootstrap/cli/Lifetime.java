package io.aboveboard.bootstrap.cli;

import java.time.Duration;

/** How long a command that stays may stay. */
interface Lifetime {
    /**
     * Waits until the process is asked to stop.
     *
     * @param atMost how long at most
     * @return whether it was
     */
    boolean awaitStop(Duration atMost);

    /** Waits until the process is asked to stop, however long that takes. */
    default void awaitStop() {
        boolean stopped = awaitStop(Duration.ofDays(1));
        while (!stopped) {
            stopped = awaitStop(Duration.ofDays(1));
        }
    }

    /** Says that everything is closed, and how the process is to end. */
    void ended(int exitCode);
}
