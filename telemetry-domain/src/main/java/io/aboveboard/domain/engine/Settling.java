package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.DeliveryState.Phase;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Does with a batch what the receiver's answer means. Each way returns for how long there is nothing to do. Used by one thread. */
final class Settling {
    private final Outbox outbox;
    private final DeliveryMemory memory;
    private final Refusals refusals;
    private final Supplier<Instant> nextBeat;
    private final ServerClock server;
    private final Pause pause;
    private final Outage outage;
    private final Tally tally;
    private final Clocks clocks;
    private int maxRecords = NextBatch.MAX_RECORDS;

    Settling(
            Outbox outbox,
            DeliveryMemory memory,
            Refusals refusals,
            Supplier<Instant> nextBeat,
            ServerClock server,
            Pause pause,
            Outage outage,
            Tally tally,
            Clocks clocks) {
        this.outbox = outbox;
        this.memory = memory;
        this.refusals = refusals;
        this.nextBeat = nextBeat;
        this.server = server;
        this.pause = pause;
        this.outage = outage;
        this.tally = tally;
        this.clocks = clocks;
    }

    /**
     * How many records the receiver takes at once, as far as is known. One where its time is in doubt: should that stand
     * ahead of it, no more than one is refused.
     */
    int maxRecords() {
        return server.isInDoubt() ? 1 : maxRecords;
    }

    Duration settle(List<EncodedRecord> records, Answer answer) {
        Verdict verdict = answer.verdict();
        if (answer.serverTime() != null && isFromReceiver(verdict)) {
            server.tell(answer.serverTime());
        }
        if (verdict instanceof Verdict.Delivered delivered) {
            return delivered(records, delivered);
        }
        if (verdict instanceof Verdict.PartiallyRejected partial) {
            return partly(records, partial);
        }
        if (verdict instanceof Verdict.TooLarge) {
            return tooLarge(records);
        }
        if (verdict instanceof Verdict.Refused refused) {
            return refused(records, refused);
        }
        return later(verdict);
    }

    /** Anything else may come from a portal or a proxy in between, whose clock is nobody's. */
    private static boolean isFromReceiver(Verdict verdict) {
        return verdict instanceof Verdict.Delivered
                || verdict instanceof Verdict.PartiallyRejected
                || verdict instanceof Verdict.Refused;
    }

    private Duration delivered(List<EncodedRecord> records, Verdict.Delivered delivered) {
        tally.delivered(keepAsSent(records, 0, delivered.warning()));
        return goOn(delivered.warning().isEmpty() ? "" : "the receiver remarked: " + delivered.warning());
    }

    private Duration partly(List<EncodedRecord> records, Verdict.PartiallyRejected partial) {
        String remark = "the receiver rejected " + partial.rejected() + " of " + records.size() + " records: "
                + partial.reason();
        if (partial.rejected() >= records.size()) {
            drop(records, DropReason.REJECTED);
        } else {
            int moved = keepAsSent(records, partial.rejected(), remark);
            int rejected = Math.min(partial.rejected(), moved);
            tally.droppedByOutbox(DropReason.REJECTED, rejected);
            tally.delivered(moved - (long) rejected);
        }
        return goOn(remark);
    }

    private int keepAsSent(List<EncodedRecord> records, int rejected, String remark) {
        memory.remember(records, clocks.now());
        refusals.settled(records);
        return outbox.settle(records, new Settlement.Delivered(clocks.now(), rejected, remark));
    }

    private void drop(List<EncodedRecord> records, DropReason reason) {
        tally.droppedByOutbox(reason, outbox.settle(records, new Settlement.Dropped(reason)));
    }

    private Duration tooLarge(List<EncodedRecord> records) {
        if (records.size() > 1) {
            return halve(records);
        }
        drop(records, DropReason.TOO_LARGE);
        return goOn("a record was larger than the receiver takes and was dropped");
    }

    /** One of the records spoils the request; halving finds it. */
    Duration unsendable(List<EncodedRecord> records) {
        if (records.size() > 1) {
            return halve(records);
        }
        drop(records, DropReason.ENCODING_FAILED);
        return goOn("a stored record could not be put into a request and was dropped");
    }

    private Duration halve(List<EncodedRecord> records) {
        maxRecords = records.size() / 2;
        return Duration.ZERO;
    }

    /** The base layer gets a second chance, at the next beat: it is little, and the receiver may have been at fault. */
    private Duration refused(List<EncodedRecord> records, Verdict.Refused refused) {
        boolean isBase = records.get(0).layer() == Layer.BASE;
        drop(isBase ? refusals.refused(records, nextBeat.get()) : records, DropReason.REFUSED);
        return goOn("the receiver refused " + records.size() + " records for good: " + refused.reason());
    }

    private Duration later(Verdict verdict) {
        if (verdict instanceof Verdict.Parked parked) {
            String reason = parked.reason() + "; " + parked.remedy();
            outage.failed(Phase.PARKED, reason);
            return pause.parked(reason);
        }
        Verdict.Retry retry = (Verdict.Retry) verdict;
        return postpone(retry.reason(), retry.atLeast());
    }

    Duration postpone(String reason, Duration atLeast) {
        outage.failed(Phase.RETRYING, "not delivered, will be tried again: " + reason);
        return pause.failed(reason, atLeast);
    }

    private Duration goOn(String remark) {
        outage.over(remark);
        maxRecords = Math.min(2 * maxRecords, NextBatch.MAX_RECORDS);
        pause.succeeded();
        return Duration.ZERO;
    }
}
