package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.event.PropertyCollector;
import io.aboveboard.domain.event.PropertyScreen;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Stores several events in one step: looks at the consent, applies the property rules, encodes each event once, appends
 * them to the outbox. Called inside the gate, each one once.
 */
final class Commit {
    private final Gate gate;
    private final RecordFactory records;
    private final TelemetrySink sink;
    private final Outbox outbox;
    private final EventSchema schema;
    private final PropertyScreen screen;
    private final Tally tally;
    private final Warnings warnings;
    private final List<EncodedRecord> encoded = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int unsettled;

    Commit(
            Gate gate,
            EventSchema schema,
            PropertyScreen screen,
            RecordFactory records,
            TelemetrySink sink,
            Outbox outbox,
            Tally tally,
            Warnings warnings) {
        this.gate = gate;
        this.schema = schema;
        this.screen = screen;
        this.records = records;
        this.sink = sink;
        this.outbox = outbox;
        this.tally = tally;
        this.warnings = warnings;
    }

    /** What is left in hand when an adapter fails in a way its port does not know is lost, and counted like the rest. */
    Outcomes store(List<Offer> offers) {
        unsettled = offers.size();
        try {
            return storeCounted(offers);
        } finally {
            count(DropReason.STORAGE_FAILED, unsettled);
        }
    }

    private void count(DropReason reason, int events) {
        unsettled -= events;
        tally.dropped(reason, events);
    }

    private Outcomes storeCounted(List<Offer> offers) {
        Standing standing = gate.look();
        Decision decision = standing.recordable();
        Identity identity = Identity.of(standing.reading()).orElse(null);
        if (decision instanceof Clearance clearance && identity != null) {
            Outcomes outcomes = new Outcomes(offers.size());
            encode(offers, clearance, identity, outcomes);
            append(clearance, outcomes);
            return outcomes;
        }
        count(reasonOf(decision), offers.size());
        return Outcomes.allDropped(offers.size(), reasonOf(decision));
    }

    private void encode(List<Offer> offers, Clearance clearance, Identity identity, Outcomes outcomes) {
        Instant observedAt = records.now();
        for (int place = 0; place < offers.size(); place++) {
            Offer offer = offers.get(place);
            DropReason against = reasonAgainst(offer, clearance);
            EncodedRecord record = against == null ? encode(offer, clearance, identity, observedAt) : null;
            if (record == null) {
                drop(place, against == null ? DropReason.ENCODING_FAILED : against, outcomes);
            } else {
                encoded.add(record);
                places.add(place);
            }
        }
    }

    private void drop(int place, DropReason reason, Outcomes outcomes) {
        count(reason, 1);
        outcomes.drop(place, reason);
    }

    private @Nullable EncodedRecord encode(Offer offer, Clearance clearance, Identity identity, Instant observedAt) {
        PropertyCollector properties =
                screen.collector(key -> schema.isCovered(clearance.schemaVersion(), offer.name(), key));
        offer.properties().offerTo(properties);
        properties.offer(offer.context());
        tally.lost(properties.losses());
        tally.replaced(properties.replacements());
        try {
            return sink.encoder().encode(records.detailed(offer, properties, clearance, identity, observedAt));
        } catch (RecordEncoderException | TelemetrySinkException failed) {
            warnings.raise(Warnings.Topic.RECORDING, "an event was dropped: " + failed.getMessage());
            return null;
        }
    }

    private void append(Clearance clearance, Outcomes outcomes) {
        if (encoded.isEmpty()) {
            return;
        }
        try {
            Stored stored = outbox.append(clearance, encoded);
            unsettled -= encoded.size();
            tally.takenBack(encoded.size() - (long) stored.records());
            tally.droppedByOutbox(DropReason.EVICTED, stored.evicted());
            warnings.settle(Warnings.Topic.RECORDING);
        } catch (OutboxException failed) {
            warnings.raise(Warnings.Topic.RECORDING, "events were not stored: " + failed.getMessage());
            places.forEach(place -> drop(place, DropReason.STORAGE_FAILED, outcomes));
        }
    }

    /** What was taken on trust is judged by the first look. */
    private @Nullable DropReason reasonAgainst(Offer offer, Clearance current) {
        Decision taken = offer.clearance() == null ? gate.first() : offer.clearance();
        if (taken instanceof Refused refused) {
            return refused.reason().dropReason();
        }
        boolean isCurrent = taken instanceof Clearance given && given.epoch() == current.epoch();
        if (!isCurrent) {
            return DropReason.WITHDRAWN;
        }
        return schema.isCovered(current.schemaVersion(), offer.name()) ? null : DropReason.NOT_ACCEPTED;
    }

    private static DropReason reasonOf(Decision decision) {
        return decision instanceof Refused refused ? refused.reason().dropReason() : DropReason.NO_IDENTITY;
    }
}
