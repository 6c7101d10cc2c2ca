package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyCollector;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.event.PropertyWriter;
import java.util.List;

/**
 * The values of one declared event, each at the place of its key. It is the writer that the caller's lambda gets, too, so
 * that nothing needs to be copied; whoever keeps that and writes on once it is sealed writes nowhere. A caller may hand in
 * {@code null} all the same, which is counted later.
 */
final class EventSnapshot implements Snapshot, PropertyWriter {
    private static final int SEALED = -1;

    private final List<PropertyKey<?>> keys;
    private final @Nullable Object[] values;
    private int expected;
    private int undeclared;
    private int unusable;
    private int duplicate;

    EventSnapshot(Event event) {
        this.keys = event.keys();
        this.values = new Object[keys.size()];
    }

    @Override
    public <T> PropertyWriter put(PropertyKey<T> key, T value) {
        if (expected != SEALED) {
            set(placeOf(key), key, value);
        }
        return this;
    }

    private void set(int place, PropertyKey<?> key, @Nullable Object value) {
        if (place < 0) {
            undeclared++;
            return;
        }
        expected = place + 1;
        Object bounded = key.type().isInstance(value) ? Snapshot.bounded(value) : null;
        if (bounded == null) {
            unusable++;
        } else if (values[place] != null) {
            duplicate++;
        } else {
            values[place] = bounded;
        }
    }

    /** Most callers set values in the order in which their keys are declared. */
    private int placeOf(PropertyKey<?> key) {
        return expected < values.length && keys.get(expected).equals(key) ? expected : keys.indexOf(key);
    }

    Snapshot seal() {
        expected = SEALED;
        return this;
    }

    @Override
    public void offerTo(PropertyCollector collector) {
        for (int place = 0; place < values.length; place++) {
            if (values[place] != null) {
                collector.offer(keys.get(place).name(), values[place]);
            }
        }
        collector.lost(PropertyLoss.UNSUPPORTED_VALUE, unusable);
        collector.lost(PropertyLoss.DUPLICATE, duplicate);
        collector.lost(PropertyLoss.UNDECLARED, undeclared);
    }
}
