package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Runs file operations to their end on a thread that was or is interrupted. An interrupt closes the channel in use, and a
 * withdrawal must not fail because the host is about to stop the thread that calls it. The operation is begun anew, so it
 * must start from what is stored; the interrupt is passed on afterwards.
 */
final class Uninterruptible {
    private static final int ATTEMPTS = 5;

    private Uninterruptible() {}

    static <T> T call(FileOperation<T> operation) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return operation.run();
                } catch (ClosedByInterruptException closed) {
                    interrupted = true;
                    Thread.interrupted();
                    if (attempt == ATTEMPTS) {
                        throw closed;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
