package io.aboveboard.domain.event;

import io.aboveboard.domain.annotation.Nullable;
import java.util.Locale;
import java.util.Objects;

/**
 * The name of a product event, such as {@code timer.started}: checked once, then carried as proof of the check.
 *
 * <p>Grammar: dot-separated segments, each a letter followed by letters, digits, {@code _} or {@code -}; at most {@value
 * #MAX_LENGTH} characters, as OpenTelemetry recommends for event names. {@code base_telemetry.*} and {@code telemetry.*}
 * belong to this library in any case of letters; {@code $pageview} and {@code analytics.identify} are reached only
 * through the calls that mean them. Immutable and thread-safe.
 */
public final class EventName {
    /** The longest name accepted, in characters (OpenTelemetry semantic conventions, "Events"). */
    public static final int MAX_LENGTH = 256;

    /** What a page view is recorded under. */
    public static final EventName PAGE_VIEW = new EventName("$pageview");

    /** What the traits of a user are recorded under. */
    public static final EventName IDENTIFY = new EventName("analytics.identify");

    /** The one ping of an installation on its first opt-in. */
    public static final EventName INSTALL = new EventName("telemetry.install");

    private final String value;

    private EventName(String value) {
        this.value = value;
    }

    /**
     * Checks a name that arrives at run time.
     *
     * @param candidate the name as given; {@code null} is refused like any other unusable name
     * @return the accepted name or the reason for its refusal
     */
    public static NameVerdict parse(@Nullable String candidate) {
        if (candidate == null || candidate.isEmpty()) {
            return NameVerdict.Rejected.EMPTY;
        }
        if (candidate.length() > MAX_LENGTH) {
            return NameVerdict.Rejected.TOO_LONG;
        }
        if (isReserved(candidate)) {
            return NameVerdict.Rejected.RESERVED;
        }
        return isWellFormed(candidate)
                ? new NameVerdict.Accepted(new EventName(candidate))
                : NameVerdict.Rejected.MALFORMED;
    }

    /**
     * Names an event at configuration time.
     *
     * @param name the name
     * @return the checked name
     * @throws NullPointerException if {@code name} is {@code null}
     * @throws IllegalArgumentException if the name is refused; the message says why
     */
    public static EventName of(String name) {
        Objects.requireNonNull(name, "name");
        NameVerdict verdict = parse(name);
        if (verdict instanceof NameVerdict.Accepted accepted) {
            return accepted.name();
        }
        throw new IllegalArgumentException("event name: " + ((NameVerdict.Rejected) verdict).explanation());
    }

    /**
     * The name as it is sent.
     *
     * @return the text, never empty
     */
    public String value() {
        return value;
    }

    private static boolean isReserved(String candidate) {
        String lower = candidate.toLowerCase(Locale.ROOT);
        return owns("base_telemetry", lower)
                || owns("telemetry", lower)
                || lower.equals(PAGE_VIEW.value)
                || lower.equals(IDENTIFY.value);
    }

    private static boolean owns(String prefix, String lower) {
        return lower.startsWith(prefix) && (lower.length() == prefix.length() || lower.charAt(prefix.length()) == '.');
    }

    private static boolean isWellFormed(String candidate) {
        boolean segmentStart = true;
        for (int i = 0; i < candidate.length(); i++) {
            char c = candidate.charAt(i);
            if (segmentStart ? !isLetter(c) : !isNameChar(c)) {
                return false;
            }
            segmentStart = c == '.';
        }
        return !segmentStart;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isNameChar(char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
