package io.aboveboard.bootstrap.architecture.canary.domain.engine;

/** Has a thread of its own. */
public final class StartsAThread {
    Thread start() {
        return new Thread(() -> {});
    }
}
