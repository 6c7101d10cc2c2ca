package io.aboveboard.domain.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A declared product event: its checked name and the properties it may carry. Declare it once as a constant:
 *
 * <pre>{@code
 * static final PropertyKey<Long> PROJECT = PropertyKey.ofLong("project_id");
 * static final Event TIMER_STARTED = Event.named("timer.started").with(PROJECT);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Event {
    private final EventName name;
    private final List<PropertyKey<?>> keys;

    private Event(EventName name, List<PropertyKey<?>> keys) {
        this.name = name;
        this.keys = keys;
    }

    /**
     * Declares an event without properties.
     *
     * @param name the name, see {@link EventName}
     * @return the event
     * @throws IllegalArgumentException if the name is refused
     */
    public static Event named(String name) {
        return new Event(EventName.of(name), List.of());
    }

    /**
     * The same event that may also carry this property.
     *
     * @param key the property
     * @return a new event; this one is unchanged
     * @throws IllegalArgumentException if a key of that name is declared already, or the event is full
     */
    public Event with(PropertyKey<?> key) {
        Objects.requireNonNull(key, "key");
        if (keys.stream().anyMatch(known -> known.name().equals(key.name()))) {
            throw new IllegalArgumentException("key: " + key.name() + " is declared twice on " + name);
        }
        if (keys.size() == PropertyRules.MAX_PROPERTIES) {
            throw new IllegalArgumentException(
                    "key: " + name + " has " + PropertyRules.MAX_PROPERTIES + " keys already");
        }
        List<PropertyKey<?>> more = new ArrayList<>(keys);
        more.add(key);
        return new Event(name, List.copyOf(more));
    }

    /**
     * The checked name.
     *
     * @return the name
     */
    public EventName name() {
        return name;
    }

    /**
     * The properties it may carry, in the order of their declaration.
     *
     * @return an unmodifiable list
     */
    public List<PropertyKey<?>> keys() {
        return keys;
    }

    @Override
    public String toString() {
        return name + keys.toString();
    }
}
