package io.aboveboard.bootstrap.http.guard;

import java.util.function.LongSupplier;

/** Lets so much through at once and so much a second. Thread-safe. */
public final class TokenBucket {
    private static final double NANOS = 1e9;

    private final double capacity;
    private final double perSecond;
    private final LongSupplier ticker;
    private double level;
    private long at;

    /**
     * A full bucket.
     *
     * @param capacity how much at once
     * @param perSecond how much comes back each second
     * @param ticker monotonic nanoseconds
     */
    public TokenBucket(double capacity, double perSecond, LongSupplier ticker) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.ticker = ticker;
        this.level = capacity;
        this.at = ticker.getAsLong();
    }

    /**
     * Takes one, if there is one.
     *
     * @return 0 if it was taken, else after how many seconds there will be one
     */
    public synchronized long take() {
        long seconds = untilOne();
        level -= seconds == 0 ? 1 : 0;
        return seconds;
    }

    /**
     * Looks whether there is one, and takes none.
     *
     * @return 0 if there is, else after how many seconds there will be
     */
    public synchronized long untilOne() {
        long now = ticker.getAsLong();
        level = Math.min(capacity, level + (now - at) / NANOS * perSecond);
        at = now;
        return level >= 1 ? 0 : (long) Math.ceil((1 - level) / perSecond);
    }
}
