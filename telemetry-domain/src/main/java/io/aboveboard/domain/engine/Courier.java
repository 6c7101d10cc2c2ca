package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Delivery;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import java.time.Duration;
import java.util.List;

/**
 * Empties the outbox into the sink: oldest first, one request at a time, and never without asking the gate again. Has no
 * thread of its own; {@link #step()} is called by one at a time.
 */
final class Courier {
    /** How long there is nothing to do while nothing is waiting. */
    static final Duration IDLE = Duration.ofSeconds(1);

    private static final int MAX_RECORDS = 2_000;
    private static final long MAX_BYTES = 1024 * 1024;

    private final Gate gate;
    private final Outbox outbox;
    private final TelemetrySink sink;
    private final Service service;
    private final DeliveryMemory memory;
    private final Purge purge;
    private final Pause pause;
    private final Tally tally;
    private final Warnings warnings;
    private final Clocks clocks;
    private int maxRecords = MAX_RECORDS;

    Courier(
            Gate gate,
            Outbox outbox,
            TelemetrySink sink,
            Service service,
            DeliveryMemory memory,
            Purge purge,
            Pause pause,
            Tally tally,
            Warnings warnings,
            Clocks clocks) {
        this.gate = gate;
        this.outbox = outbox;
        this.sink = sink;
        this.service = service;
        this.memory = memory;
        this.purge = purge;
        this.pause = pause;
        this.tally = tally;
        this.warnings = warnings;
        this.clocks = clocks;
    }

    /** Delivers one batch if there is one and it may be tried. Returns for how long there is nothing to do. */
    Duration step() {
        Duration left = pause.left();
        if (!left.isZero()) {
            return left;
        }
        try {
            InFlight inFlight = gate.shared(this::handOver);
            return inFlight == null ? IDLE : settle(inFlight);
        } catch (OutboxException | TelemetrySinkException | InstallationStoreException failed) {
            return postpone(String.valueOf(failed.getMessage()), Duration.ZERO);
        }
    }

    private record InFlight(List<EncodedRecord> records, Delivery delivery) {}

    private @Nullable InFlight handOver() {
        Standing standing = gate.look();
        purge.accordingTo(standing.detailed());
        List<EncodedRecord> base = oldest(standing.base());
        List<EncodedRecord> detailed = oldest(standing.detailed());
        boolean isBaseFirst = detailed.isEmpty() || (!base.isEmpty() && isOlder(base.get(0), detailed.get(0)));
        List<EncodedRecord> batch = isBaseFirst ? notAfter(detailed, base) : notAfter(base, detailed);
        if (batch.isEmpty()) {
            return null;
        }
        Decision decision = isBaseFirst ? standing.base() : standing.detailed();
        return new InFlight(batch, sink.deliver((Clearance) decision, new Batch(service, batch)));
    }

    private List<EncodedRecord> oldest(Decision decision) {
        return decision instanceof Clearance clearance
                ? outbox.oldest(clearance.layer(), pause.isParked() ? 1 : maxRecords, MAX_BYTES)
                : List.of();
    }

    /** The layers share one stream at the receiver, so a batch ends where the other layer has something older. */
    private static List<EncodedRecord> notAfter(List<EncodedRecord> other, List<EncodedRecord> batch) {
        if (other.isEmpty()) {
            return batch;
        }
        EncodedRecord bound = other.get(0);
        return batch.stream().takeWhile(record -> !isOlder(bound, record)).toList();
    }

    private static boolean isOlder(EncodedRecord one, EncodedRecord other) {
        return one.occurredAt().isBefore(other.occurredAt());
    }

    private Duration settle(InFlight inFlight) {
        Verdict verdict = inFlight.delivery().await().verdict();
        List<EncodedRecord> records = inFlight.records();
        if (verdict instanceof Verdict.Delivered delivered) {
            return settleDelivered(records, delivered);
        }
        if (verdict instanceof Verdict.PartiallyRejected partial) {
            return settlePartly(records, partial);
        }
        if (verdict instanceof Verdict.TooLarge) {
            return settleTooLarge(records);
        }
        if (verdict instanceof Verdict.Refused refused) {
            return settleRefused(records, refused);
        }
        return settleLater(verdict);
    }

    private Duration settleDelivered(List<EncodedRecord> records, Verdict.Delivered delivered) {
        tally.delivered(keepAsSent(records, 0, delivered.warning()));
        return delivered.warning().isEmpty() ? goOn() : goOn("the receiver remarked: " + delivered.warning());
    }

    private Duration settlePartly(List<EncodedRecord> records, Verdict.PartiallyRejected partial) {
        boolean all = partial.rejected() >= records.size();
        int moved = all
                ? outbox.settle(records, new Settlement.Dropped(DropReason.REJECTED))
                : keepAsSent(records, partial.rejected(), partial.reason());
        int rejected = Math.min(partial.rejected(), moved);
        tally.droppedByOutbox(DropReason.REJECTED, rejected);
        tally.delivered(moved - (long) rejected);
        return goOn("the receiver rejected " + partial.rejected() + " of " + records.size() + " records: "
                + partial.reason());
    }

    private int keepAsSent(List<EncodedRecord> records, int rejected, String remark) {
        memory.remember(records, clocks.now());
        return outbox.settle(records, new Settlement.Delivered(clocks.now(), rejected, remark));
    }

    private void drop(List<EncodedRecord> records, DropReason reason) {
        tally.droppedByOutbox(reason, outbox.settle(records, new Settlement.Dropped(reason)));
    }

    private Duration settleTooLarge(List<EncodedRecord> records) {
        if (records.size() == 1) {
            drop(records, DropReason.TOO_LARGE);
            return goOn("a record was larger than the receiver takes and was dropped");
        }
        maxRecords = records.size() / 2;
        return Duration.ZERO;
    }

    private Duration settleRefused(List<EncodedRecord> records, Verdict.Refused refused) {
        drop(records, DropReason.REFUSED);
        return goOn("the receiver refused " + records.size() + " records for good: " + refused.reason());
    }

    private Duration settleLater(Verdict verdict) {
        if (verdict instanceof Verdict.Parked parked) {
            warnings.raise(Warnings.Topic.DELIVERY, parked.reason() + "; " + parked.remedy());
            return pause.parked(parked.reason() + "; " + parked.remedy());
        }
        Verdict.Retry retry = (Verdict.Retry) verdict;
        return postpone(retry.reason(), retry.atLeast());
    }

    private Duration postpone(String reason, Duration atLeast) {
        warnings.raise(Warnings.Topic.DELIVERY, "not delivered, will be tried again: " + reason);
        return pause.failed(reason, atLeast);
    }

    private Duration goOn() {
        warnings.settle(Warnings.Topic.DELIVERY);
        return proceed();
    }

    private Duration goOn(String warning) {
        warnings.raise(Warnings.Topic.DELIVERY, warning);
        return proceed();
    }

    private Duration proceed() {
        maxRecords = MAX_RECORDS;
        pause.succeeded();
        return Duration.ZERO;
    }
}
