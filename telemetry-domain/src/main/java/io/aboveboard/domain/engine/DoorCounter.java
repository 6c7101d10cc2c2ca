package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts up. Exact, and yet without an atomic operation for the threads that came first, each of which has a place that it
 * alone counts in; that operation would cost more than all the rest of a call that is switched off. The others share.
 * Thread-safe.
 */
final class DoorCounter {
    private static final int PLACES = 64;
    private static final VarHandle PLACE = MethodHandles.arrayElementVarHandle(Place[].class);

    private final @Nullable Place[] places = new Place[PLACES];
    private final LongAdder shared = new LongAdder();

    void increment() {
        long thread = Thread.currentThread().getId();
        Place place = places[placeOf(thread)];
        if (place != null && place.owner == thread) {
            place.increment();
        } else {
            incrementElsewhere(thread);
        }
    }

    private void incrementElsewhere(long thread) {
        if (PLACE.compareAndSet(places, placeOf(thread), null, new Place(thread))) {
            increment();
        } else {
            shared.increment();
        }
    }

    private static int placeOf(long thread) {
        return (int) thread & (PLACES - 1);
    }

    long sum() {
        long sum = shared.sum();
        for (int at = 0; at < PLACES; at++) {
            Place place = (Place) PLACE.getAcquire(places, at);
            sum += place == null ? 0 : place.get();
        }
        return sum;
    }

    /** Nobody else counts in the place of a thread, so nobody comes in between; others may read. */
    @SuppressWarnings({"serial", "unused"
    }) // Never stored. The distance keeps two of them out of one line of the cache.
    private static final class Place extends AtomicLong {
        private final long owner;
        private final long distance1 = 0;
        private final long distance2 = 0;
        private final long distance3 = 0;
        private final long distance4 = 0;
        private final long distance5 = 0;
        private final long distance6 = 0;

        Place(long owner) {
            this.owner = owner;
        }

        void increment() {
            setRelease(getPlain() + 1);
        }
    }
}
