package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import java.time.Instant;

/**
 * The receiver's clock, by which the age of records is judged: its last {@code Date} and the time passed since, so that
 * a local clock that is wrong or set meanwhile does no harm. Before the first answer it is the local clock. Thread-safe.
 */
final class ServerClock {
    private final Clocks clocks;
    private @Nullable Instant told;
    private long toldAt;

    ServerClock(Clocks clocks) {
        this.clocks = clocks;
    }

    synchronized void tell(Instant serverTime) {
        told = serverTime;
        toldAt = clocks.nanos();
    }

    synchronized Instant now() {
        return told == null ? clocks.now() : told.plusNanos(clocks.nanos() - toldAt);
    }
}
