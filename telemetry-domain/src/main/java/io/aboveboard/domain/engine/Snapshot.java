package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.PropertyCollector;
import io.aboveboard.domain.event.PropertyRules;
import io.aboveboard.domain.privacy.ErrorDigest;

/**
 * The caller's values as they were during the call, bounded, and checked later on the recorder's thread. Keeps at most as
 * many properties as an event may have, and of a text no more than is looked at.
 */
interface Snapshot {
    /** No values. */
    Snapshot EMPTY = collector -> {};

    /** Has the rules applied to the values. */
    void offerTo(PropertyCollector collector);

    /**
     * Of a long text so much is kept as is looked at, of an exception its digest. What is neither of these, nor a number or
     * a flag, is let go, for it may be large and may change.
     */
    static @Nullable Object bounded(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length() <= PropertyRules.MAX_RAW_LENGTH
                    ? text
                    : text.substring(0, PropertyRules.MAX_RAW_LENGTH + 1);
        }
        if (value instanceof Throwable error) {
            return ErrorDigest.of(error);
        }
        return value instanceof Number || value instanceof Boolean ? value : null;
    }
}
