package io.aboveboard.domain.event;

/** Why a single property was left out of an event that was otherwise recorded. */
public enum PropertyLoss {
    /** The key names personal data. */
    PERSONAL,
    /** The key belongs to the wire format. */
    RESERVED,
    /** The key is not of the grammar. */
    MALFORMED_KEY,
    /** The event does not declare the key. */
    UNDECLARED,
    /** The yes was given before the event had such a field. */
    NOT_ACCEPTED,
    /** The value is {@code null}, not finite, or neither text, number nor flag. */
    UNSUPPORTED_VALUE,
    /** Another property of the event has the same key. */
    DUPLICATE,
    /** The event has too many properties, or too many bytes. */
    OVER_LIMIT
}
