package io.aboveboard.domain.port;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.Map;

/**
 * What delivery must remember over a restart.
 *
 * @param state how it fares
 * @param failures how many attempts in a row have failed
 * @param notBefore until when the receiver asked to be left alone, or {@code null} if it did not
 * @param refusedOnce base records that the receiver refused for good once, and when each is offered for the second and
 *     last time
 */
public record DeliveryMemo(
        DeliveryState state, int failures, @Nullable Instant notBefore, Map<RecordUid, Instant> refusedOnce) {
    /** Nothing was sent yet. */
    public static final DeliveryMemo BLANK = new DeliveryMemo(DeliveryState.IDLE, 0, null, Map.of());

    /** Copies the map. */
    public DeliveryMemo {
        refusedOnce = Map.copyOf(refusedOnce);
    }
}
