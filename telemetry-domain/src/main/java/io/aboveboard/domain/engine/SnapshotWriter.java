package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.event.PropertyRules;
import io.aboveboard.domain.event.PropertyWriter;
import java.util.ArrayList;
import java.util.List;

/** Takes the values of one declared event. A caller may hand in {@code null} all the same, which is counted later. */
final class SnapshotWriter implements PropertyWriter {
    private final Event event;
    private final List<@Nullable Object> keysAndValues = new ArrayList<>();
    private int undeclared;
    private int overLimit;

    SnapshotWriter(Event event) {
        this.event = event;
    }

    @Override
    public <T> PropertyWriter put(PropertyKey<T> key, T value) {
        if (!event.keys().contains(key)) {
            undeclared++;
        } else if (keysAndValues.size() == 2 * PropertyRules.MAX_PROPERTIES) {
            overLimit++;
        } else {
            keysAndValues.add(key.name());
            keysAndValues.add(key.type().isInstance(value) ? Snapshot.bounded(value) : null);
        }
        return this;
    }

    /** A copy, because a caller may keep this writer and write on. */
    Snapshot snapshot() {
        return new Snapshot(new ArrayList<>(keysAndValues), undeclared, overLimit);
    }
}
