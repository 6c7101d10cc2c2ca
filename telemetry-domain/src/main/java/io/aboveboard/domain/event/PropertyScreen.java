package io.aboveboard.domain.event;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.privacy.KeyHint;
import io.aboveboard.domain.privacy.Privacy;
import io.aboveboard.domain.privacy.PrivacyFilter;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Holds the properties of all events against the rules. Remembers how it judged the keys it has seen, because programs use
 * few of them, over and over. Thread-safe.
 */
public final class PropertyScreen {
    private static final int MOST_REMEMBERED = 1_000;

    private final Privacy privacy;
    private final PrivacyFilter filter;
    private final Map<String, KeyRuling> rulings = new ConcurrentHashMap<>();

    private PropertyScreen(Privacy privacy) {
        this.privacy = privacy;
        this.filter = PrivacyFilter.of(privacy.names());
    }

    /**
     * A screen that has seen nothing yet.
     *
     * @param privacy what has to be known to keep private what is
     * @return the screen
     */
    public static PropertyScreen of(Privacy privacy) {
        return new PropertyScreen(privacy);
    }

    /**
     * For the properties of one event.
     *
     * @return a new collector
     */
    public PropertyCollector collector() {
        return collector(key -> true);
    }

    /**
     * For the properties of one event, of which not all may be sent.
     *
     * @param isAccepted whether a yes covers the property of this key
     * @return a new collector
     */
    public PropertyCollector collector(Predicate<String> isAccepted) {
        return new PropertyCollector(this, filter, privacy.ownCode(), isAccepted);
    }

    KeyRuling rulingOn(@Nullable String rawKey) {
        String raw = rawKey == null ? "" : rawKey;
        KeyRuling known = rulings.get(raw);
        return known == null ? remembered(raw) : known;
    }

    private KeyRuling remembered(String raw) {
        KeyRuling ruling = judged(raw);
        if (raw.length() <= PropertyRules.MAX_KEY_LENGTH) {
            if (rulings.size() >= MOST_REMEMBERED) {
                rulings.clear();
            }
            rulings.put(raw, ruling);
        }
        return ruling;
    }

    /** A key that was made at run time may hold what a value may hold. */
    private KeyRuling judged(String raw) {
        String key = PropertyRules.canonical(raw);
        PropertyRules.KeyVerdict verdict = PropertyRules.judge(key);
        boolean isPrivate = verdict == PropertyRules.KeyVerdict.USABLE && !filter.isClean(raw);
        return new KeyRuling(key, isPrivate ? PropertyRules.KeyVerdict.PERSONAL : verdict, KeyHint.of(key));
    }
}
