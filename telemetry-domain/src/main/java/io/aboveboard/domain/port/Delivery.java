package io.aboveboard.domain.port;

/** A delivery under way: the request is handed over, the answer awaited. Used by one thread. */
@FunctionalInterface
public interface Delivery {
    /**
     * Waits for the answer, within the sink's own total deadline.
     *
     * @return what the receiver said; that it could not be reached or never answered is an answer too
     */
    Answer await();
}
