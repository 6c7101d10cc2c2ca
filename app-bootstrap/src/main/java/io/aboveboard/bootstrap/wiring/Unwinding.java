package io.aboveboard.bootstrap.wiring;

import java.util.ArrayDeque;
import java.util.Deque;

/** Closes what was opened so far, last first, when a start fails half-way. Not thread-safe. */
final class Unwinding {
    private final Deque<Runnable> closers = new ArrayDeque<>();

    void onFailure(Runnable closer) {
        closers.push(closer);
    }

    void unwind(RuntimeException failure) {
        while (!closers.isEmpty()) {
            try {
                closers.pop().run();
            } catch (RuntimeException secondary) {
                failure.addSuppressed(secondary);
            }
        }
    }
}
