package io.aboveboard.testkit.silence;

import java.util.List;

/**
 * Whether it was silent.
 *
 * @param breaches what broke the silence, one sentence each; empty where nothing did
 * @param blindSpots what could not be watched on this machine, one sentence each
 */
public record Silence(List<String> breaches, List<String> blindSpots) {
    /** Copies both. */
    public Silence {
        breaches = List.copyOf(breaches);
        blindSpots = List.copyOf(blindSpots);
    }

    /**
     * Whether nothing broke it, as far as could be watched.
     *
     * @return whether there are no breaches
     */
    public boolean isKept() {
        return breaches.isEmpty();
    }

    /**
     * Fails a test that must not rely on what could not be watched.
     *
     * @return this
     * @throws AssertionError if there are blind spots; it tells them all
     */
    public Silence assertSeen() {
        if (!blindSpots.isEmpty()) {
            throw new AssertionError("not watched: " + String.join("; ", blindSpots));
        }
        return this;
    }

    /**
     * Fails a test in which it was broken.
     *
     * @throws AssertionError if there are breaches; it tells them all
     */
    public void assertKept() {
        if (!isKept()) {
            throw new AssertionError("not silent: " + String.join("; ", breaches));
        }
    }
}
