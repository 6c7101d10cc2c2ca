package io.aboveboard.domain.fleet;

import java.time.Instant;

/**
 * A stretch of time in which the process of an installation ran.
 *
 * @param from when it started
 * @param to when it was gone
 * @param version the version of the product, 0 for the newest
 */
record Run(Instant from, Instant to, int version) {
    boolean overlaps(Instant begin, Instant end) {
        return from.isBefore(end) && to.isAfter(begin);
    }
}
