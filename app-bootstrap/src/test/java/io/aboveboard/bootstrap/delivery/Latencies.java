package io.aboveboard.bootstrap.delivery;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How long calls took, in steps of an eighth of a power of two, so that a million of them need no room. Thread-safe.
 */
final class Latencies {
    private static final int STEPS = 8;
    private static final int STEP_BITS = 3;

    private final AtomicLongArray counts = new AtomicLongArray(Long.SIZE * STEPS);

    void add(long nanos) {
        counts.incrementAndGet(step(Math.max(nanos, STEPS)));
    }

    /** No more than this took so large a part of the calls. */
    long quantile(double part) {
        long wanted = (long) Math.ceil(part * total());
        long seen = 0;
        int step = 0;
        while (step < counts.length() - 1 && seen + counts.get(step) < wanted) {
            seen += counts.get(step++);
        }
        return end(step);
    }

    private long total() {
        long total = 0;
        for (int step = 0; step < counts.length(); step++) {
            total += counts.get(step);
        }
        return total;
    }

    private static int step(long nanos) {
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
        return power * STEPS + (int) (nanos >>> (power - STEP_BITS)) % STEPS;
    }

    private static long end(int step) {
        return (long) (STEPS + step % STEPS + 1) << (step / STEPS - STEP_BITS);
    }
}
