package io.aboveboard.domain.engine;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.record.DropReason;

/** Deletes what was recorded under a consent that has ended. */
final class Purge {
    private final OfferQueue queue;
    private final Outbox outbox;
    private final Tally tally;
    private final Warnings warnings;

    Purge(OfferQueue queue, Outbox outbox, Tally tally, Warnings warnings) {
        this.queue = queue;
        this.outbox = outbox;
        this.tally = tally;
        this.warnings = warnings;
    }

    /** Deletes everything of the detailed layer that is undelivered. */
    void everything() {
        tally.dropped(DropReason.WITHDRAWN, queue.clear());
        exceptEpoch(0);
    }

    /** Deletes what a decision no longer covers; nothing where the decision is merely unknown for now. */
    void accordingTo(Decision detailed) {
        if (detailed instanceof Clearance clearance) {
            exceptEpoch(clearance.epoch());
        } else if (((Refused) detailed).reason().endsConsent()) {
            exceptEpoch(0);
        }
    }

    private void exceptEpoch(long epoch) {
        try {
            tally.droppedByOutbox(DropReason.WITHDRAWN, outbox.purgeDetailedExcept(epoch));
        } catch (OutboxException failed) {
            warnings.raise(
                    Warnings.Topic.CONSENT,
                    "events of an ended consent could not be deleted yet; none is sent: " + failed.getMessage());
        }
    }
}
