package io.aboveboard.domain.event;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.privacy.ErrorDigest;
import io.aboveboard.domain.privacy.KeyHint;
import io.aboveboard.domain.privacy.OwnCode;
import io.aboveboard.domain.privacy.PrivacyFilter;
import io.aboveboard.domain.privacy.PrivateKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Applies the property rules to the raw values of one event and keeps what may be sent, in the order given. Whatever is
 * left out is counted by reason, what is replaced inside of a text by its kind; nothing is thrown. Not thread-safe.
 */
public final class PropertyCollector {
    private static final int NUMBER_BYTES = 8;

    private final PropertyScreen screen;
    private final PrivacyFilter filter;
    private final OwnCode ownCode;
    private final Predicate<String> isAccepted;
    private final Attributes kept = new Attributes();
    private final Consumer<PrivateKind> counter = this::replaced;

    // Most events have none of these.
    private Map<String, PropertyValue> context = Map.of();
    private Map<PropertyLoss, Integer> losses = Map.of();
    private Map<PrivateKind, Integer> replacements = Map.of();
    private int bytes;

    PropertyCollector(PropertyScreen screen, PrivacyFilter filter, OwnCode ownCode, Predicate<String> isAccepted) {
        this.screen = screen;
        this.filter = filter;
        this.ownCode = ownCode;
        this.isAccepted = isAccepted;
    }

    /**
     * Takes one raw property.
     *
     * @param rawKey the key as given
     * @param rawValue the value as given
     */
    public void offer(@Nullable String rawKey, @Nullable Object rawValue) {
        KeyRuling ruling = screen.rulingOn(rawKey);
        switch (ruling.verdict()) {
            case MALFORMED -> lost(PropertyLoss.MALFORMED_KEY);
            case PERSONAL -> lost(PropertyLoss.PERSONAL);
            case RESERVED -> lost(PropertyLoss.RESERVED);
            case USABLE -> keep(ruling, rawValue);
        }
    }

    /**
     * Takes what is known of the request.
     *
     * @param request its parts
     */
    public void offer(RequestContext request) {
        if (!request.equals(RequestContext.none())) {
            Attributes parts = new Attributes();
            request.parts().forEach((key, part) -> parts.put(key, filtered(part, KeyHint.NONE)));
            context = parts;
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
            losses = losses.isEmpty() ? new EnumMap<>(PropertyLoss.class) : losses;
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
     * What may be sent, for the record that is made of it. The library's own keys may be added: none of them is usable here.
     *
     * @return what {@link #kept} shows; it is the caller's now, and nothing more is offered here
     */
    public Attributes handOver() {
        return kept;
    }

    /**
     * What may be sent of the request.
     *
     * @return an unmodifiable view, under the keys in which it is sent
     */
    public Map<String, PropertyValue> context() {
        return Collections.unmodifiableMap(context);
    }

    /**
     * What was replaced inside of texts.
     *
     * @return an unmodifiable view of how often something was replaced, by its kind
     */
    public Map<PrivateKind, Integer> replacements() {
        return Collections.unmodifiableMap(replacements);
    }

    /**
     * What was left out.
     *
     * @return an unmodifiable view of how many properties were left out, by reason
     */
    public Map<PropertyLoss, Integer> losses() {
        return Collections.unmodifiableMap(losses);
    }

    private void keep(KeyRuling ruling, @Nullable Object rawValue) {
        String key = ruling.key();
        if (!isAccepted.test(key)) {
            lost(PropertyLoss.NOT_ACCEPTED);
            return;
        }
        PropertyValue value = convert(rawValue, ruling.hint());
        if (value == null) {
            lost(PropertyLoss.UNSUPPORTED_VALUE);
        } else if (kept.containsKey(key)) {
            lost(PropertyLoss.DUPLICATE);
        } else if (!fits(key, value)) {
            lost(PropertyLoss.OVER_LIMIT);
        } else {
            kept.add(key, value);
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

    private @Nullable PropertyValue convert(@Nullable Object raw, KeyHint hint) {
        if (raw instanceof String text) {
            return filtered(text, hint);
        }
        if (raw instanceof Boolean flag) {
            return new PropertyValue.Flag(flag);
        }
        if (raw instanceof ErrorDigest error) {
            return filtered(error.text(ownCode), hint);
        }
        return raw instanceof Number number ? convertNumber(number, hint) : null;
    }

    private PropertyValue filtered(String raw, KeyHint hint) {
        String text = filter.filter(WireText.legible(raw), hint, PropertyRules.MAX_TEXT_LENGTH, counter);
        return new PropertyValue.Text(WireText.cut(text));
    }

    private void replaced(PrivateKind kind) {
        replacements = replacements.isEmpty() ? new EnumMap<>(PrivateKind.class) : replacements;
        replacements.merge(kind, 1, Integer::sum);
    }

    private @Nullable PropertyValue convertNumber(Number number, KeyHint hint) {
        if (number instanceof Long || number instanceof Integer || number instanceof Short || number instanceof Byte) {
            return whole(number.longValue(), hint);
        }
        if (number instanceof Double || number instanceof Float) {
            double value = number.doubleValue();
            return Double.isFinite(value) ? new PropertyValue.Real(value) : null;
        }
        return null;
    }

    /** Whoever keeps telephone or card numbers as numbers gets a marker in their place. */
    private PropertyValue whole(long value, KeyHint hint) {
        if (hint == KeyHint.PHONE || hint == KeyHint.CARD) {
            String digits = Long.toString(value);
            PropertyValue text = filtered(digits, hint);
            if (!text.equals(new PropertyValue.Text(digits))) {
                return text;
            }
        }
        return new PropertyValue.Whole(value);
    }
}
