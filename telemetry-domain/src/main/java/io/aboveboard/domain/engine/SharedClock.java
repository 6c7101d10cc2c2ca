package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.port.InstallationStoreException;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock by which all who share an installation agree what date it is: the store's where it has one, else this
 * machine's. A difference that a person should know of is told. Thread-safe.
 */
final class SharedClock {
    private static final Duration TOLERATED = Duration.ofSeconds(1);

    private final BaseClaims claims;
    private final Clocks clocks;
    private final Warnings warnings;
    private volatile Duration ahead = Duration.ZERO;

    SharedClock(BaseClaims claims, Clocks clocks, Warnings warnings) {
        this.claims = claims;
        this.clocks = clocks;
        this.warnings = warnings;
    }

    /**
     * What time it is there, asked now.
     *
     * @throws InstallationStoreException if the store cannot be reached
     */
    Instant now() {
        Instant before = clocks.now();
        Instant there = claims.now().orElse(before);
        Instant after = clocks.now();
        ahead = difference(before, there, after);
        tell(ahead);
        return there;
    }

    /** What time it is there, as far as is known without asking. */
    Instant estimate() {
        return clocks.now().plus(ahead);
    }

    /** Asks, if that can be done. */
    void compare() {
        try {
            now();
        } catch (InstallationStoreException outOfReach) {
            // Whoever has to know is told by the reading.
        }
    }

    /** What the asking itself took is no difference. */
    private static Duration difference(Instant before, Instant there, Instant after) {
        if (there.isBefore(before)) {
            return Duration.between(before, there);
        }
        return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
    }

    private void tell(Duration difference) {
        if (difference.abs().compareTo(TOLERATED) <= 0) {
            warnings.settle(Warnings.Topic.CLOCK);
            return;
        }
        warnings.raise(
                Warnings.Topic.CLOCK,
                "the clock of this machine is " + difference.abs().toSeconds() + " s "
                        + (difference.isNegative() ? "ahead of" : "behind")
                        + " the database's, which says what date it is; set it right");
    }
}
