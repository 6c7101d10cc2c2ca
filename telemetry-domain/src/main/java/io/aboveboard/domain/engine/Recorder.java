package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.record.DropReason;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The library's side of recording: takes events from the queue and stores them, many at a time. Has no thread of its own;
 * {@link #step()} is called by one at a time, {@link #record} by whoever waits for the outcome.
 */
final class Recorder {
    /** How many events are stored together at most, and with how many in the queue that should be soon. */
    static final int MAX_COMMIT = 2_048;

    private final Gate gate;
    private final OfferQueue queue;
    private final Supplier<Commit> commits;
    private final Tally tally;
    private final Warnings warnings;
    private final AtomicInteger inHand = new AtomicInteger();

    Recorder(Gate gate, OfferQueue queue, Supplier<Commit> commits, Tally tally, Warnings warnings) {
        this.gate = gate;
        this.queue = queue;
        this.commits = commits;
        this.tally = tally;
        this.warnings = warnings;
    }

    /** Stores what is queued, up to one commit. Returns how many events it took from the queue. */
    int step() {
        try {
            return queue.size() == 0 ? 0 : gate.through(this::storeQueued);
        } catch (InstallationStoreException blocked) {
            warnings.raise(Warnings.Topic.RECORDING, "events wait to be stored: " + blocked.getMessage());
            return 0;
        }
    }

    /**
     * Stores these events now, on the calling thread.
     *
     * @return what became of each, in the same order: why it was dropped, or null where it is stored
     */
    Outcomes record(List<Offer> offers) {
        try {
            return gate.through(() -> store(offers));
        } catch (InstallationStoreException blocked) {
            warnings.raise(Warnings.Topic.RECORDING, "events were not stored: " + blocked.getMessage());
            tally.dropped(DropReason.CONSENT_UNKNOWN, offers.size());
            return Outcomes.allDropped(offers.size(), DropReason.CONSENT_UNKNOWN);
        }
    }

    /** How many events it has taken and not yet stored or dropped. */
    int inHand() {
        return inHand.get();
    }

    private int storeQueued() {
        // Counted as in hand before they leave the queue, so that nobody sees them nowhere.
        int expected = Math.min(queue.size(), MAX_COMMIT);
        inHand.addAndGet(expected);
        try {
            List<Offer> offers = queue.drain(expected);
            tally.noteIfPossible();
            commits.get().store(offers);
            return offers.size();
        } finally {
            inHand.addAndGet(-expected);
        }
    }

    private Outcomes store(List<Offer> offers) {
        inHand.addAndGet(offers.size());
        try {
            tally.noteIfPossible();
            return commits.get().store(offers);
        } finally {
            inHand.addAndGet(-offers.size());
        }
    }
}
