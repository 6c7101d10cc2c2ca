package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.PropertyCollector;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.event.PropertyRules;
import io.aboveboard.domain.privacy.ErrorDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The caller's values as they were during the call, bounded, and checked later on the recorder's thread. Keeps at most as
 * many properties as an event may have, and of a text no more than is looked at.
 */
final class Snapshot {
    static final Snapshot EMPTY = new Snapshot(List.of(), 0, 0);

    private final List<@Nullable Object> keysAndValues;
    private final int undeclared;
    private final int overLimit;

    Snapshot(List<@Nullable Object> keysAndValues, int undeclared, int overLimit) {
        this.keysAndValues = keysAndValues;
        this.undeclared = undeclared;
        this.overLimit = overLimit;
    }

    static Snapshot of(Map<?, ?> properties) {
        List<@Nullable Object> flat = new ArrayList<>(2 * Math.min(properties.size(), PropertyRules.MAX_PROPERTIES));
        int kept = 0;
        for (Map.Entry<?, ?> property : properties.entrySet()) {
            if (kept == PropertyRules.MAX_PROPERTIES) {
                break;
            }
            flat.add(property.getKey() instanceof String key ? bounded(key) : null);
            flat.add(bounded(property.getValue()));
            kept++;
        }
        return new Snapshot(flat, 0, Math.max(0, properties.size() - kept));
    }

    /**
     * Of a long text so much is kept as is looked at, of an exception its digest. What is neither of these, nor a number or
     * a flag, is let go, for it may be large and may change.
     */
    static @Nullable Object bounded(@Nullable Object value) {
        if (value instanceof String text) {
            return text.substring(0, Math.min(text.length(), PropertyRules.MAX_RAW_LENGTH + 1));
        }
        if (value instanceof Throwable error) {
            return ErrorDigest.of(error);
        }
        return value instanceof Number || value instanceof Boolean ? value : null;
    }

    void offerTo(PropertyCollector collector) {
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            collector.offer((String) keysAndValues.get(i), keysAndValues.get(i + 1));
        }
        collector.lost(PropertyLoss.UNDECLARED, undeclared);
        collector.lost(PropertyLoss.OVER_LIMIT, overLimit);
    }
}
