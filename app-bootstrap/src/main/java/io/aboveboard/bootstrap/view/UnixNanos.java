package io.aboveboard.bootstrap.view;

import java.time.Instant;

/** The times of the protocol: unsigned nanoseconds since 1970. */
final class UnixNanos {
    private static final long SECOND = 1_000_000_000L;

    private UnixNanos() {}

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Long.divideUnsigned(nanos, SECOND), Long.remainderUnsigned(nanos, SECOND));
    }
}
