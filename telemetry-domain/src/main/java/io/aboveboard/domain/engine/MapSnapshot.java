package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.PropertyCollector;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.event.PropertyRules;
import java.util.Arrays;
import java.util.Map;

/** The values of a map whose keys are known only at run time. Immutable. */
final class MapSnapshot implements Snapshot {
    private final @Nullable Object[] keysAndValues;
    private final int length;
    private final int overLimit;

    private MapSnapshot(@Nullable Object[] keysAndValues, int length, int overLimit) {
        this.keysAndValues = keysAndValues;
        this.length = length;
        this.overLimit = overLimit;
    }

    static Snapshot of(@Nullable Map<?, ?> properties) {
        return properties == null ? EMPTY : copy(properties);
    }

    /** A map may grow meanwhile, or say that it holds more than it does. */
    private static Snapshot copy(Map<?, ?> properties) {
        int size = properties.size();
        @Nullable Object[] flat = new Object[2 * Math.min(size, PropertyRules.MAX_PROPERTIES)];
        int next = 0;
        for (Map.Entry<?, ?> property : properties.entrySet()) {
            if (next == 2 * PropertyRules.MAX_PROPERTIES) {
                break;
            }
            if (next == flat.length) {
                flat = Arrays.copyOf(flat, 2 * PropertyRules.MAX_PROPERTIES);
            }
            flat[next++] = property.getKey() instanceof String key ? Snapshot.bounded(key) : null;
            flat[next++] = Snapshot.bounded(property.getValue());
        }
        return new MapSnapshot(flat, next, Math.max(0, size - next / 2));
    }

    @Override
    public void offerTo(PropertyCollector collector) {
        for (int i = 0; i < length; i += 2) {
            collector.offer((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        collector.lost(PropertyLoss.OVER_LIMIT, overLimit);
    }
}
