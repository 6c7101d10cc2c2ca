package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** The lock of a state folder was not to be had in time. Its message names who holds it. */
final class StateLockedException extends IOException {
    private static final long serialVersionUID = 1L;

    StateLockedException(Path lock, String holder, Duration waited) {
        super(lock + ": held by " + holder + " for more than " + waited.toMillis()
                + " ms; try again, or end what holds it");
    }
}
