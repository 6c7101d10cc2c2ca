package io.aboveboard.domain.port;

import io.aboveboard.domain.record.DropReason;
import java.time.Instant;

/** How records leave an outbox. */
public sealed interface Settlement {
    /**
     * The receiver acknowledged the batch; it is kept as sent.
     *
     * @param at when
     * @param rejected how many of the records the receiver said it rejected, without saying which
     * @param remark what the receiver said, safe to show, empty if nothing
     */
    record Delivered(Instant at, int rejected, String remark) implements Settlement {
        /**
         * An acknowledgement of everything.
         *
         * @param at when
         * @return the settlement
         */
        public static Delivered at(Instant at) {
            return new Delivered(at, 0, "");
        }
    }

    /**
     * They will not be delivered; nothing is kept of them.
     *
     * @param reason why
     */
    record Dropped(DropReason reason) implements Settlement {}
}
