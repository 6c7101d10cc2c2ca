package io.aboveboard.domain.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a yes is asked for: which events and fields there are since which version of the schema. A yes covers the version
 * it was given to; what came later is withheld until somebody says yes again. What is not mentioned here belongs to
 * version 1.
 *
 * <pre>{@code
 * EventSchema.version(3).since(2, TIMER_PAUSED).since(3, TIMER_STARTED, BILLABLE)
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class EventSchema {
    /** The version of a schema that was never extended. */
    public static final int FIRST = 1;

    private final int version;
    private final Map<String, Integer> since;

    private EventSchema(int version, Map<String, Integer> since) {
        this.version = version;
        this.since = since;
    }

    /**
     * A schema of this version, in which everything is there since version 1.
     *
     * @param version the version in force, from 1
     * @return the schema
     * @throws IllegalArgumentException if it is less than 1
     */
    public static EventSchema version(int version) {
        if (version < FIRST) {
            throw new IllegalArgumentException("version: " + version + " is less than " + FIRST);
        }
        return new EventSchema(version, Map.of());
    }

    /**
     * The same schema, in which this event came with a later version.
     *
     * @param added the version it came with, at most the one in force
     * @param event the event
     * @return a new schema; this one is unchanged
     * @throws IllegalArgumentException if there is no such version, or the event is mentioned already
     */
    public EventSchema since(int added, Event event) {
        return with(added, event.name().value());
    }

    /**
     * The same schema, in which this field of an event came with a later version.
     *
     * @param added the version it came with, at most the one in force
     * @param event the event
     * @param field its property
     * @return a new schema; this one is unchanged
     * @throws IllegalArgumentException if there is no such version, or the event does not declare the field, or it is
     *     mentioned already
     */
    public EventSchema since(int added, Event event, PropertyKey<?> field) {
        if (!event.keys().contains(field)) {
            throw new IllegalArgumentException("field: " + field + " is not declared on " + event.name());
        }
        return with(added, placeOf(event.name(), field.name()));
    }

    private EventSchema with(int added, String place) {
        if (added < FIRST || added > version) {
            throw new IllegalArgumentException("added: " + added + " is not a version from 1 to " + version);
        }
        Map<String, Integer> more = new HashMap<>(since);
        if (more.putIfAbsent(place, added) != null) {
            throw new IllegalArgumentException(place + " is mentioned twice");
        }
        return new EventSchema(version, Map.copyOf(more));
    }

    /** No name and no key holds a line break. */
    private static String placeOf(EventName event, String field) {
        return event.value() + "\n" + field;
    }

    /**
     * The version in force.
     *
     * @return the version
     */
    public int version() {
        return version;
    }

    /**
     * Whether a yes covers an event.
     *
     * @param accepted the version that the yes was given to
     * @param event the name of the event
     * @return true unless the event came later
     */
    public boolean isCovered(int accepted, EventName event) {
        return isCovered(accepted, event.value());
    }

    /**
     * Whether a yes covers a field of an event.
     *
     * @param accepted the version that the yes was given to
     * @param event the name of the event
     * @param field the key as it is sent
     * @return true unless the field came later
     */
    public boolean isCovered(int accepted, EventName event, String field) {
        return accepted >= version || isCovered(accepted, placeOf(event, Objects.requireNonNull(field, "field")));
    }

    private boolean isCovered(int accepted, String place) {
        return accepted >= since.getOrDefault(place, FIRST);
    }
}
