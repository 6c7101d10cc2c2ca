package io.aboveboard.domain.port;

import io.aboveboard.domain.annotation.Nullable;
import java.time.Instant;

/**
 * How delivery fares.
 *
 * @param phase where it stands
 * @param reason why, safe to show, empty if all is well
 * @param failedAt when the attempt was made that failed last, or {@code null} if the last one did not fail
 * @param nextAttemptAt when it is tried again, or {@code null} if nothing waits for that
 */
public record DeliveryState(
        Phase phase,
        String reason,
        @Nullable Instant failedAt,
        @Nullable Instant nextAttemptAt) {
    /** Nothing was sent yet. */
    public static final DeliveryState IDLE = new DeliveryState(Phase.IDLE, "", null, null);

    /** Where delivery stands. */
    public enum Phase {
        /** Nothing was sent yet. */
        IDLE,
        /** The last delivery was acknowledged. */
        OK,
        /** The last delivery failed and is tried again by itself. */
        RETRYING,
        /** The receiver refuses until somebody changes something; it is probed now and then. */
        PARKED
    }
}
