package io.aboveboard.bootstrap.architecture.canary.domain.event;

/** Throws what nobody can catch. */
public final class ThrowsAnything {
    void check(boolean fine) {
        if (!fine) {
            throw new RuntimeException("something");
        }
    }
}
