package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.time.Duration;

/** Another process kept the gate from being passed for too long. Its message says what it does and what to do. */
final class GateBusyException extends IOException {
    private static final long serialVersionUID = 1L;

    GateBusyException(String whatItDoes, Duration waited) {
        super("another process of this installation " + whatItDoes + " after " + waited.toMillis()
                + " ms; try again, or end that process");
    }
}
