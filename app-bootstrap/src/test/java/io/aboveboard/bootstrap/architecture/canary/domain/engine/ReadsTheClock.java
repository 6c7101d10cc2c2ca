package io.aboveboard.bootstrap.architecture.canary.domain.engine;

import java.time.Instant;
import java.util.function.Supplier;

/** Reads the clock by a reference. */
public final class ReadsTheClock {
    Supplier<Instant> clock() {
        return Instant::now;
    }
}
