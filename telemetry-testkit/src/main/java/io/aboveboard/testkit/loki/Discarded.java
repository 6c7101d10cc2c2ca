package io.aboveboard.testkit.loki;

import io.aboveboard.testkit.otlp.ReceivedRecord;

/**
 * A record that was not stored.
 *
 * @param reason the name under which Loki counts it, such as {@code too_far_behind}; {@code duplicate} for one that Loki
 *     drops without a word, because its stream has an entry of the same nanosecond and the same line
 * @param record the record
 */
public record Discarded(String reason, ReceivedRecord record) {
    /** The reason of what is dropped without a word. */
    public static final String DUPLICATE = "duplicate";
}
