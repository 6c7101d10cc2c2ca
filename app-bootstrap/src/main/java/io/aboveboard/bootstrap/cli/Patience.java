package io.aboveboard.bootstrap.cli;

import java.time.Duration;
import java.util.function.LongSupplier;

/** What is left of the time a command may take. */
final class Patience {
    private final LongSupplier ticker;
    private final long deadline;

    Patience(Duration whole, LongSupplier ticker) {
        this.ticker = ticker;
        this.deadline = ticker.getAsLong() + whole.toNanos();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - ticker.getAsLong()));
    }

    /** So long, or what is left if that is less. */
    Duration atMost(Duration wanted) {
        Duration left = left();
        return wanted.compareTo(left) < 0 ? wanted : left;
    }
}
