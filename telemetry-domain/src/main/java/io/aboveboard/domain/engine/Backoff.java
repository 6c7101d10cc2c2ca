package io.aboveboard.domain.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after so many failures in a row: exponential, capped, with full jitter, so that a fleet does not come
 * back in step (AWS Architecture Blog, "Exponential Backoff And Jitter"). A time that the receiver named is the least, up to an
 * hour: what asks for more is a mistake.
 *
 * @param first the bound of the first delay
 * @param cap the bound of every delay
 */
record Backoff(Duration first, Duration cap) {
    /** One second at first, ten minutes at most: an outage of hours costs a dozen attempts an hour. */
    static final Backoff DEFAULT = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10));

    private static final int MAX_DOUBLINGS = 30;
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    Duration delay(int failures, Duration atLeast, RandomGenerator random) {
        long bound = Math.min(cap.toMillis(), first.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration jittered = Duration.ofMillis(random.nextLong(1, bound + 1));
        Duration asked = bounded(atLeast);
        return jittered.compareTo(asked) > 0 ? jittered : asked;
    }

    /** What of a pause that somebody asked for is granted. */
    static Duration bounded(Duration asked) {
        return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
    }
}
