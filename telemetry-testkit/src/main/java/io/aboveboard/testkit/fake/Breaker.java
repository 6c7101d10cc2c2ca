package io.aboveboard.testkit.fake;

import java.util.function.Function;

/** Whether a double fails now. Thread-safe. */
final class Breaker {
    private static final String MESSAGE = "this double fails, as it was told to";

    private volatile boolean broken;

    void set(boolean nowBroken) {
        broken = nowBroken;
    }

    boolean isBroken() {
        return broken;
    }

    void check(Function<String, ? extends RuntimeException> failure) {
        if (broken) {
            throw failure.apply(MESSAGE);
        }
    }
}
