package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.DropReason;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

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

    private final AtomicReferenceArray<@Nullable Place> places = new AtomicReferenceArray<>(PLACES);
    private final AtomicLongArray shared = new AtomicLongArray(COUNTERS);

    /** Somebody was turned away. */
    void dropped(DropReason reason) {
        count(reason.ordinal());
    }

    /** Somebody was let in. */
    void taken() {
        count(TAKEN);
    }

    private void count(int what) {
        long thread = Thread.currentThread().getId();
        int at = (int) thread & (PLACES - 1);
        Place place = places.get(at);
        if (place != null && place.thread == thread) {
            place.count(what);
        } else {
            countElsewhere(thread, at, what);
        }
    }

    private void countElsewhere(long thread, int at, int what) {
        Place own = new Place(thread);
        if (places.compareAndSet(at, null, own)) {
            own.count(what);
        } else {
            shared.getAndIncrement(what);
        }
    }

    /** All counts at one moment, no sooner counted in one of the results than in the other. */
    Sums sums() {
        long[] sums = new long[COUNTERS];
        add(shared, sums);
        for (int at = 0; at < PLACES; at++) {
            Place place = places.get(at);
            if (place != null) {
                add(place, sums);
            }
        }
        return new Sums(sums);
    }

    private static void add(AtomicLongArray counts, long[] sums) {
        for (int what = 0; what < COUNTERS; what++) {
            sums[what] += counts.get(what);
        }
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

    /** Where one thread counts. As long as needed, and a little more, so that no two lie in one line of the cache. */
    private static final class Place extends AtomicLongArray {
        private static final long serialVersionUID = 1L;
        private static final int MARGIN = 16;

        private final long thread;

        Place(long thread) {
            super(COUNTERS + MARGIN);
            this.thread = thread;
        }

        /** Called by its thread alone, so nobody comes in between; others may read. */
        void count(int what) {
            setRelease(what, getPlain(what) + 1);
        }
    }
}
