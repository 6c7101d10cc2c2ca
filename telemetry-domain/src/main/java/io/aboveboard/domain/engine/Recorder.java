package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.event.PropertyCollector;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * The library's side of recording: applies the property rules, encodes each event once, stores it. Has no thread of its
 * own; {@link #step()} is called by one at a time.
 */
final class Recorder {
    private static final int MAX_COMMIT = 512;

    private final Gate gate;
    private final OfferQueue queue;
    private final RecordFactory records;
    private final TelemetrySink sink;
    private final Outbox outbox;
    private final Tally tally;
    private final Warnings warnings;
    private volatile int inHand;
    private int unsettled;

    Recorder(
            Gate gate,
            OfferQueue queue,
            RecordFactory records,
            TelemetrySink sink,
            Outbox outbox,
            Tally tally,
            Warnings warnings) {
        this.gate = gate;
        this.queue = queue;
        this.records = records;
        this.sink = sink;
        this.outbox = outbox;
        this.tally = tally;
        this.warnings = warnings;
    }

    /** Stores what is queued, up to one commit. Returns how many events it took from the queue. */
    int step() {
        return queue.size() == 0 ? 0 : gate.shared(this::commit);
    }

    /** How many events it has taken from the queue and not yet stored or dropped. */
    int inHand() {
        return inHand;
    }

    private int commit() {
        inHand = queue.size();
        List<Offer> offers = queue.drain(MAX_COMMIT);
        inHand = offers.size();
        unsettled = offers.size();
        try {
            tally.noteIfPossible();
            commit(offers);
        } finally {
            drop(DropReason.STORAGE_FAILED, unsettled);
            inHand = 0;
        }
        return offers.size();
    }

    /** What is left in hand when an adapter fails in a way its port does not know is lost, and counted like the rest. */
    private void drop(DropReason reason, int events) {
        unsettled -= events;
        tally.dropped(reason, events);
    }

    private void commit(List<Offer> offers) {
        Standing standing = gate.look();
        Decision decision = standing.detailed();
        Identity identity = Identity.of(standing.reading()).orElse(null);
        if (decision instanceof Clearance clearance && identity != null) {
            store(clearance, encode(offers, clearance, identity));
        } else {
            drop(reasonOf(decision), offers.size());
        }
    }

    private List<EncodedRecord> encode(List<Offer> offers, Clearance clearance, Identity identity) {
        List<EncodedRecord> encoded = new ArrayList<>(offers.size());
        for (Offer offer : offers) {
            DropReason against = reasonAgainst(offer, clearance);
            EncodedRecord record = against == null ? encode(offer, clearance, identity) : null;
            if (record != null) {
                encoded.add(record);
            } else {
                drop(against == null ? DropReason.ENCODING_FAILED : against, 1);
            }
        }
        return encoded;
    }

    private @Nullable EncodedRecord encode(Offer offer, Clearance clearance, Identity identity) {
        PropertyCollector properties = new PropertyCollector();
        offer.properties().offerTo(properties);
        tally.lost(properties.losses());
        try {
            return sink.encoder().encode(records.detailed(offer, properties, clearance, identity));
        } catch (RecordEncoderException | TelemetrySinkException failed) {
            warnings.raise(Warnings.Topic.RECORDING, "an event was dropped: " + failed.getMessage());
            return null;
        }
    }

    private void store(Clearance clearance, List<EncodedRecord> encoded) {
        if (encoded.isEmpty()) {
            return;
        }
        try {
            Stored stored = outbox.append(clearance, encoded);
            unsettled -= encoded.size();
            tally.droppedByOutbox(DropReason.EVICTED, stored.evicted());
            warnings.settle(Warnings.Topic.RECORDING);
        } catch (OutboxException failed) {
            warnings.raise(Warnings.Topic.RECORDING, "events were not stored: " + failed.getMessage());
            drop(DropReason.STORAGE_FAILED, encoded.size());
        }
    }

    /** What was taken on trust is judged by the first look. */
    private @Nullable DropReason reasonAgainst(Offer offer, Clearance current) {
        Decision taken = offer.clearance() == null ? gate.first() : offer.clearance();
        if (taken instanceof Refused refused) {
            return refused.reason().dropReason();
        }
        boolean isCurrent = taken instanceof Clearance given && given.epoch() == current.epoch();
        return isCurrent ? null : DropReason.WITHDRAWN;
    }

    private static DropReason reasonOf(Decision decision) {
        return decision instanceof Refused refused ? refused.reason().dropReason() : DropReason.NO_IDENTITY;
    }
}
