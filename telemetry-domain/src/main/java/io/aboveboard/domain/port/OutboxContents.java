package io.aboveboard.domain.port;

import io.aboveboard.domain.annotation.Nullable;
import java.time.Instant;

/**
 * What is waiting in an outbox.
 *
 * @param base records of the base layer
 * @param detailed records of the detailed layer
 * @param bytes their encoded size
 * @param oldestAt when the oldest of them happened, or {@code null} if there is none
 */
public record OutboxContents(
        int base, int detailed, long bytes, @Nullable Instant oldestAt) {
    /** Nothing is waiting. */
    public static final OutboxContents EMPTY = new OutboxContents(0, 0, 0, null);
}
