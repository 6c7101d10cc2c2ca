package io.aboveboard.domain.api;

import io.aboveboard.domain.annotation.Nullable;
import java.util.List;

/**
 * Takes events that came from other processes, by the same rules as {@link Telemetry}. The call waits for the disk, and
 * what it says was taken is stored as durably as the outbox stores anything. Thread-safe.
 */
public interface Ingest {
    /**
     * Records events.
     *
     * @param arrivals the events, oldest first; what is no event is refused like any other that cannot be used
     * @return what became of each, in the same order; an event that is known already by its sender's name for it counts
     *     as taken and is not stored again
     */
    List<Admission> record(@Nullable List<@Nullable Arrival> arrivals);
}
