package io.aboveboard.adapter.scheduler.quartz;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition that nothing signals, such as the state of a thread. */
final class Await {
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Await() {}

    static void until(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > BOUND.toNanos()) {
                throw new AssertionError("not within " + BOUND);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
