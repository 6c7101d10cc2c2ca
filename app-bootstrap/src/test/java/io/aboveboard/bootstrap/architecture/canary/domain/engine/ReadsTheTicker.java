package io.aboveboard.bootstrap.architecture.canary.domain.engine;

/** Reads the monotonic clock. */
public final class ReadsTheTicker {
    long now() {
        return System.nanoTime();
    }
}
