package io.aboveboard.domain.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The two clocks: wall time for what is stored and sent, a monotonic ticker for deadlines, which a changed wall clock
 * must not move.
 */
public record Clocks(InstantSource wall, LongSupplier ticker) {
    Instant now() {
        return wall.instant();
    }

    long nanos() {
        return ticker.getAsLong();
    }
}
