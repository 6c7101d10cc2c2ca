package io.aboveboard.domain.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** A wall clock and a ticker that move only when told to. */
final class ManualTime implements InstantSource {
    private final AtomicLong nanos = new AtomicLong(1_000);
    private volatile Instant now;

    ManualTime(String now) {
        this.now = Instant.parse(now);
    }

    @Override
    public Instant instant() {
        return now;
    }

    long nanos() {
        return nanos.get();
    }

    Clocks clocks() {
        return new Clocks(this, this::nanos);
    }

    /** Both clocks move. */
    void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
        now = now.plus(duration);
    }

    /** Somebody sets the wall clock. */
    void set(String to) {
        now = Instant.parse(to);
    }
}
