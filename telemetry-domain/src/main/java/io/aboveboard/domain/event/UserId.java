package io.aboveboard.domain.event;

import io.aboveboard.domain.annotation.Nullable;
import java.util.Locale;
import java.util.UUID;

/**
 * Who caused a product event: the internal id of a user, or nobody.
 *
 * <p>Integers and UUIDs are sent as they are. Anything else may be a login name or an address, so only a keyed hash of it
 * leaves (see {@link #isOpaque()}). Immutable and thread-safe; {@link #toString()} never shows the id.
 */
public final class UserId {
    /** The longest id, in characters; what is longer is cut, so that the memory it holds is bounded. */
    public static final int MAX_LENGTH = 1024;

    private static final int MAX_INTEGER_DIGITS = 19;
    private static final UserId NONE = new UserId("", true);

    private final String value;
    private final boolean opaque;

    private UserId(String value, boolean opaque) {
        this.value = value;
        this.opaque = opaque;
    }

    /**
     * Nobody: for jobs and other events that no user caused.
     *
     * @return the absent user
     */
    public static UserId none() {
        return NONE;
    }

    /**
     * A numeric id.
     *
     * @param id the id
     * @return the user
     */
    public static UserId of(long id) {
        return new UserId(Long.toString(id), true);
    }

    /**
     * A UUID.
     *
     * @param id the id; {@code null} means {@link #none()}
     * @return the user
     */
    public static UserId of(@Nullable UUID id) {
        return id == null ? NONE : new UserId(id.toString(), true);
    }

    /**
     * An id of unknown form, as it arrives at run time.
     *
     * @param id the id; {@code null} and blank mean {@link #none()}
     * @return the user
     */
    public static UserId of(@Nullable String id) {
        String trimmed = id == null
                ? ""
                : id.substring(0, Math.min(id.length(), MAX_LENGTH)).strip();
        if (trimmed.isEmpty()) {
            return NONE;
        }
        if (isInteger(trimmed)) {
            return new UserId(trimmed, true);
        }
        return isUuid(trimmed) ? new UserId(trimmed.toLowerCase(Locale.ROOT), true) : new UserId(trimmed, false);
    }

    /**
     * Whether there is no user.
     *
     * @return true for {@link #none()}
     */
    public boolean isNone() {
        return value.isEmpty();
    }

    /**
     * Whether the id says nothing about a person by itself and may be sent as it is.
     *
     * @return true for integers, UUIDs and {@link #none()}
     */
    public boolean isOpaque() {
        return opaque;
    }

    /**
     * The id as given. Not for logs.
     *
     * @return the id, empty for {@link #none()}
     */
    public String value() {
        return value;
    }

    private static boolean isInteger(String text) {
        int start = text.charAt(0) == '-' ? 1 : 0;
        int digits = text.length() - start;
        return digits >= 1
                && digits <= MAX_INTEGER_DIGITS
                && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isUuid(String text) {
        return text.length() == 36 && text.chars().filter(c -> c == '-').count() == 4 && hasUuidShape(text);
    }

    private static boolean hasUuidShape(String text) {
        for (int i = 0; i < text.length(); i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0 || text.charAt(i) > 'f') {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return isNone() ? "UserId[none]" : "UserId[***]";
    }
}
