package io.aboveboard.domain.event;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.privacy.PersonalKeys;
import io.aboveboard.domain.privacy.PrivacyFilter;
import java.util.Locale;
import java.util.Set;

/**
 * What may be the key of a property.
 *
 * <p>A declared key is a letter followed by letters, digits or {@code _}, at most {@value #MAX_KEY_LENGTH} characters. In
 * keys that arrive at run time dots and dashes become {@code _}, as Loki would make them, so that two keys never collide
 * behind our back. Keys that the wire format uses are reserved. Keys that name personal data, see {@link PersonalKeys}, are
 * refused whatever their value.
 */
public final class PropertyRules {
    /** Properties in one event; with the library's own attributes this stays below OTLP's default of 128. */
    public static final int MAX_PROPERTIES = 64;

    /** Characters in one key. */
    public static final int MAX_KEY_LENGTH = 64;

    /** Characters in one text; what is longer is cut. Half of what Loki takes for a label value. */
    public static final int MAX_TEXT_LENGTH = 1024;

    /** Characters of one text that are looked at: enough behind the cut to know what is cut there. */
    public static final int MAX_RAW_LENGTH = MAX_TEXT_LENGTH + PrivacyFilter.LOOK_AHEAD;

    /** UTF-8 bytes of all keys and values of one event; half of the 64 KiB that Loki takes as metadata of a line. */
    public static final int MAX_TOTAL_BYTES = 32 * 1024;

    private static final Set<String> RESERVED = Set.of(
            "app_version",
            "body",
            "browser",
            "consent_receipt",
            "deployment_method",
            "detailed",
            "device_type",
            "environment",
            "event_name",
            "flags",
            "identity",
            "install_id",
            "log_record_uid",
            "observed_timestamp",
            "os",
            "pathname",
            "scope_name",
            "service_name",
            "severity_number",
            "severity_text",
            "span_id",
            "trace_id");

    private PropertyRules() {}

    /** What is to be done with a key. */
    enum KeyVerdict {
        USABLE("it may be used"),
        MALFORMED("a key is a letter followed by letters, digits or _, at most " + MAX_KEY_LENGTH + " characters"),
        RESERVED("the key is one of the library's own"),
        PERSONAL("the key names personal data, which is never sent");

        private final String explanation;

        KeyVerdict(String explanation) {
            this.explanation = explanation;
        }
    }

    static String requireKey(String key) {
        KeyVerdict verdict = judge(key);
        if (verdict != KeyVerdict.USABLE) {
            throw new IllegalArgumentException("key: " + verdict.explanation);
        }
        return key;
    }

    static KeyVerdict judge(String key) {
        if (!isWellFormed(key)) {
            return KeyVerdict.MALFORMED;
        }
        if (RESERVED.contains(key.toLowerCase(Locale.ROOT))) {
            return KeyVerdict.RESERVED;
        }
        return PersonalKeys.names(key) ? KeyVerdict.PERSONAL : KeyVerdict.USABLE;
    }

    /** The key as it will be sent, if it can be: dots and dashes become underscores. */
    static String canonical(@Nullable String key) {
        return key == null ? "" : key.replace('.', '_').replace('-', '_');
    }

    private static boolean isWellFormed(String key) {
        return !key.isEmpty()
                && key.length() <= MAX_KEY_LENGTH
                && isLetter(key.charAt(0))
                && key.chars().allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || c == '_');
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
