package io.aboveboard.domain.port;

/** A running schedule. Thread-safe. */
@FunctionalInterface
public interface ScheduledBeat extends AutoCloseable {
    /** Ends it within five seconds and leaves no thread behind. Safe to call more than once. */
    @Override
    void close();
}
