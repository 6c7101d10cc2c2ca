package io.aboveboard.domain.event;

import io.aboveboard.domain.annotation.Nullable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Applies the property rules to the raw values of one event and keeps what may be sent, in the order given. Whatever is
 * left out is counted by reason; nothing is thrown. Not thread-safe.
 */
public final class PropertyCollector {
    private static final int NUMBER_BYTES = 8;

    private final Map<String, PropertyValue> kept = new LinkedHashMap<>();
    private final Map<PropertyLoss, Integer> losses = new EnumMap<>(PropertyLoss.class);
    private int bytes;

    /** A collector for one event. */
    public PropertyCollector() {}

    /**
     * Takes one raw property.
     *
     * @param rawKey the key as given
     * @param rawValue the value as given
     */
    public void offer(@Nullable String rawKey, @Nullable Object rawValue) {
        String key = PropertyRules.canonical(rawKey);
        switch (PropertyRules.judge(key)) {
            case MALFORMED -> lost(PropertyLoss.MALFORMED_KEY);
            case PERSONAL -> lost(PropertyLoss.PERSONAL);
            case RESERVED -> lost(PropertyLoss.RESERVED);
            case USABLE -> keep(key, rawValue);
        }
    }

    /**
     * Notes that the caller left properties out.
     *
     * @param reason why
     * @param properties how many; none is not noted
     */
    public void lost(PropertyLoss reason, int properties) {
        if (properties > 0) {
            losses.merge(reason, properties, Integer::sum);
        }
    }

    private void lost(PropertyLoss reason) {
        lost(reason, 1);
    }

    /**
     * What may be sent.
     *
     * @return an unmodifiable view, in the order given
     */
    public Map<String, PropertyValue> kept() {
        return Collections.unmodifiableMap(kept);
    }

    /**
     * What was left out.
     *
     * @return an unmodifiable view of how many properties were left out, by reason
     */
    public Map<PropertyLoss, Integer> losses() {
        return Collections.unmodifiableMap(losses);
    }

    private void keep(String key, @Nullable Object rawValue) {
        PropertyValue value = convert(rawValue);
        if (value == null) {
            lost(PropertyLoss.UNSUPPORTED_VALUE);
        } else if (kept.containsKey(key)) {
            lost(PropertyLoss.DUPLICATE);
        } else if (!fits(key, value)) {
            lost(PropertyLoss.OVER_LIMIT);
        } else {
            kept.put(key, value);
        }
    }

    private boolean fits(String key, PropertyValue value) {
        int size = key.length() + size(value);
        if (kept.size() >= PropertyRules.MAX_PROPERTIES || bytes + size > PropertyRules.MAX_TOTAL_BYTES) {
            return false;
        }
        bytes += size;
        return true;
    }

    private static int size(PropertyValue value) {
        return value instanceof PropertyValue.Text text ? WireText.utf8Length(text.value()) : NUMBER_BYTES;
    }

    private static @Nullable PropertyValue convert(@Nullable Object raw) {
        if (raw instanceof String text) {
            return PropertyValue.Text.of(text);
        }
        if (raw instanceof Boolean flag) {
            return new PropertyValue.Flag(flag);
        }
        return raw instanceof Number number ? convertNumber(number) : null;
    }

    private static @Nullable PropertyValue convertNumber(Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return new PropertyValue.Whole(number.longValue());
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value) ? new PropertyValue.Real(value) : null;
        }
        return null;
    }
}
