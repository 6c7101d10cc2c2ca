package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import java.time.Duration;
import java.time.Instant;

/**
 * The receiver's clock, by which the age of records is judged: its last {@code Date} and the time passed since, so that
 * a local clock that is wrong does no harm. Before the first answer it is the local clock, and also once wall time and
 * ticker have gone apart since the last one: then the machine slept, or its clock was set, and which of them is right the
 * next answer will say. Thread-safe.
 */
final class ServerClock {
    /** More than clocks drift apart or are slewed within any time a process runs between two answers. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final Clocks clocks;
    private @Nullable Instant told;
    private Instant localThen = Instant.EPOCH;
    private long ticksThen;

    ServerClock(Clocks clocks) {
        this.clocks = clocks;
    }

    synchronized void tell(Instant serverTime) {
        told = serverTime;
        localThen = clocks.now();
        ticksThen = clocks.nanos();
    }

    synchronized Instant now() {
        return told == null || isInDoubt() ? clocks.now() : told.plus(ticked());
    }

    /** Whether what the receiver said is no longer good for telling the time. */
    synchronized boolean isInDoubt() {
        Duration apart = Duration.between(localThen, clocks.now()).minus(ticked());
        return told != null && apart.abs().compareTo(TOLERANCE) > 0;
    }

    private Duration ticked() {
        return Duration.ofNanos(clocks.nanos() - ticksThen);
    }
}
