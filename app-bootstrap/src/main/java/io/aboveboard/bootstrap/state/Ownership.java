package io.aboveboard.bootstrap.state;

import java.io.IOException;
import java.nio.channels.FileLock;

/** Whether this process may act for the installation: make its base telemetry and its install ping. */
public sealed interface Ownership extends AutoCloseable {
    /** Gives it back. Safe to call more than once. */
    @Override
    void close();

    /** This process is the owner until it closes this; the system takes it back from a process that is killed. */
    final class Owner implements Ownership {
        private final FileLock lock;

        Owner(FileLock lock) {
            this.lock = lock;
        }

        @Override
        public void close() {
            try {
                lock.acquiredBy().close();
            } catch (IOException releasedAnyway) {
                // The channel is closed even if that reports a failure, and with it the lock.
            }
        }
    }

    /** Another process is the owner. */
    enum HeldByAnother implements Ownership {
        /** The only value. */
        HELD_BY_ANOTHER;

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    /**
     * Nobody can be, because the folder cannot be written.
     *
     * @param why what went wrong and where
     */
    record Impossible(String why) implements Ownership {
        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
