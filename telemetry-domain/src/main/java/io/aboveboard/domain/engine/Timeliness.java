package io.aboveboard.domain.engine;

import io.aboveboard.domain.record.EncodedRecord;
import java.time.Duration;
import java.time.Instant;

/**
 * What the age of a record means for its way. A pure function. The bounds are those of Loki, each with a margin: it
 * refuses entries older than 7 days, further ahead than 10 minutes, and an hour behind the newest of their stream
 * ({@code reject_old_samples_max_age}, {@code creation_grace_period}, half of {@code max_chunk_age}).
 *
 * @param maxAge how old a record may become before it is dropped unsent
 */
record Timeliness(Duration maxAge) {
    private static final Duration TRAVELS_APART = Duration.ofMinutes(45);
    private static final Duration AHEAD = Duration.ofMinutes(10);

    enum Fate {
        /** It travels with the records of all installations. */
        SHARED,
        /** It is so old that the shared stream would refuse it, and travels under an identity of its own. */
        APART,
        /** It is stamped ahead of the receiver and waits until that time. */
        WAITS,
        /** It is older than the receiver takes. */
        EXPIRED,
        /** Its time is not acceptable, but it is sent all the same, stamped anew. */
        RESTAMPED
    }

    /** Whether what is said to have happened then can arrive, if it is sent soon. */
    boolean isAcceptable(Instant at, Instant now) {
        Bounds bounds = at(now);
        return !at.isBefore(bounds.oldest()) && !at.isAfter(bounds.newest());
    }

    /** What it means at one moment of the receiver's clock. */
    Bounds at(Instant serverNow) {
        return new Bounds(serverNow.minus(maxAge), serverNow.minus(TRAVELS_APART), serverNow.plus(AHEAD));
    }

    /** The moments at which one fate gives way to another. */
    record Bounds(Instant oldest, Instant oldestShared, Instant newest) {
        Fate of(EncodedRecord record, boolean isFirstSeen) {
            Instant at = record.occurredAt();
            boolean isAhead = at.isAfter(newest);
            boolean isTooOld = at.isBefore(oldest);
            if (isFirstSeen && (isAhead || isTooOld)) {
                return Fate.RESTAMPED;
            }
            if (isAhead) {
                return Fate.WAITS;
            }
            if (isTooOld) {
                return Fate.EXPIRED;
            }
            return at.isBefore(oldestShared) ? Fate.APART : Fate.SHARED;
        }
    }
}
