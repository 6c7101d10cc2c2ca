package io.aboveboard.bootstrap.http.ingest;

import io.aboveboard.domain.api.Arrival;

/** One event of a request, as far as it could be read. */
sealed interface ReadEvent {
    /**
     * It could be.
     *
     * @param arrival what was read
     */
    record Usable(Arrival arrival) implements ReadEvent {}

    /**
     * It could not.
     *
     * @param code why, for a program
     * @param message why, in words
     */
    record Unusable(String code, String message) implements ReadEvent {}
}
