package io.aboveboard.adapter.sink.otlp.encode;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Moments as OTLP counts them. */
final class UnixNanos {
    private UnixNanos() {}

    /**
     * Nanoseconds since 1970.
     *
     * @throws ArithmeticException where 64 bits cannot hold them, as after the year 2262
     */
    static long of(Instant moment) {
        return Math.addExact(
                Math.multiplyExact(moment.getEpochSecond(), TimeUnit.SECONDS.toNanos(1)), moment.getNano());
    }
}
