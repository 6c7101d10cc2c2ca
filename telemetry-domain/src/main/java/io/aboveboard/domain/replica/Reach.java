package io.aboveboard.domain.replica;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Whether the shared store can be reached. What failed just now is not asked again at once. Thread-safe. */
final class Reach {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LongSupplier ticker;
    private boolean lost;
    private long lostAt;
    private String why = "";

    Reach(LongSupplier ticker) {
        this.ticker = ticker;
    }

    synchronized void lost(String because) {
        lost = true;
        lostAt = ticker.getAsLong();
        why = because;
    }

    synchronized void regained() {
        lost = false;
    }

    /** Why it is no use to ask now; empty if it may be of use. */
    synchronized String hindrance() {
        return lost && ticker.getAsLong() - lostAt < PAUSE.toNanos() ? why : "";
    }
}
