package io.aboveboard.domain.engine;

import io.aboveboard.domain.record.DropReason;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts what callers are answered: taken, or dropped for a reason. Exact, and yet without an atomic operation for the
 * threads that came first, each of which has a place that it alone counts in; that operation would cost more than all the
 * rest of a call that is switched off. The others share places. Thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // An index for as long as this process runs; none is stored.
final class DoorCounts {
    private static final int REASONS = DropReason.values().length;
    private static final int TAKEN = REASONS;
    private static final int COUNTERS = REASONS + 1;
    private static final int PLACES = 64;

    /** As long as needed, and a little more, so that no two places lie in one line of the cache. */
    private static final int PLACE_LENGTH = 32;

    private static final int SHARED_AT = PLACES * PLACE_LENGTH;

    private final AtomicLongArray owners = new AtomicLongArray(PLACES);
    private final AtomicLongArray counts = new AtomicLongArray(SHARED_AT + COUNTERS);

    /** Somebody was turned away. */
    void dropped(DropReason reason) {
        count(reason.ordinal());
    }

    /** Somebody was let in. */
    void taken() {
        count(TAKEN);
    }

    /** Nobody else counts in the place of a thread, so nobody comes in between; others may read. */
    private void count(int what) {
        long thread = Thread.currentThread().getId();
        int place = (int) thread & (PLACES - 1);
        if (owners.getPlain(place) == thread || owners.compareAndSet(place, 0, thread)) {
            int at = place * PLACE_LENGTH + what;
            counts.setRelease(at, counts.getPlain(at) + 1);
        } else {
            counts.getAndIncrement(SHARED_AT + what);
        }
    }

    /** All counts at one moment, so that who was turned away is found among those who came. */
    Sums sums() {
        long[] sums = new long[COUNTERS];
        for (int place = 0; place <= PLACES; place++) {
            for (int what = 0; what < COUNTERS; what++) {
                sums[what] += counts.get(place * PLACE_LENGTH + what);
            }
        }
        return new Sums(sums);
    }

    /** What was counted up to a moment. */
    static final class Sums {
        private final long[] counts;

        Sums(long[] counts) {
            this.counts = counts;
        }

        long of(DropReason reason) {
            return counts[reason.ordinal()];
        }

        /** Everybody who came. */
        long offered() {
            long all = 0;
            for (long count : counts) {
                all += count;
            }
            return all;
        }
    }
}
