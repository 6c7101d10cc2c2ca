package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.Delivery;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.TelemetrySinkException;
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

    private final Gate gate;
    private final TelemetrySink sink;
    private final NoticeKeeper notice;
    private final NextBatch next;
    private final Settling settling;
    private final Purge purge;
    private final Pause pause;
    private final Diary diary;

    Courier(
            Gate gate,
            TelemetrySink sink,
            NoticeKeeper notice,
            NextBatch next,
            Settling settling,
            Purge purge,
            Pause pause,
            Diary diary) {
        this.gate = gate;
        this.sink = sink;
        this.notice = notice;
        this.next = next;
        this.settling = settling;
        this.purge = purge;
        this.pause = pause;
        this.diary = diary;
    }

    /** Delivers one batch if there is one and it may be tried. Returns for how long there is nothing to do. */
    Duration step() {
        try {
            if (!diary.open()) {
                return IDLE;
            }
            Duration left = pause.left();
            return left.isZero() ? attempt() : left;
        } catch (OutboxException | TelemetrySinkException | InstallationStoreException failed) {
            return settling.postpone(String.valueOf(failed.getMessage()), Duration.ZERO);
        }
    }

    private Duration attempt() {
        InFlight inFlight = gate.through(this::handOver);
        Duration rest = inFlight == null ? IDLE : inFlight.settle(settling);
        diary.save();
        return rest;
    }

    /** A request on its way, or one that could not even be made. */
    private record InFlight(
            List<EncodedRecord> records, @Nullable Delivery delivery) {
        Duration settle(Settling settling) {
            return delivery == null ? settling.unsendable(records) : settling.settle(records, delivery.await());
        }
    }

    private @Nullable InFlight handOver() {
        Standing standing = gate.look();
        purge.accordingTo(standing.detailed());
        int maxRecords = pause.isParked() ? 1 : settling.maxRecords();
        NextBatch.Cleared cleared = next.pick(standing, maxRecords, sink.encoder());
        if (cleared == null) {
            return null;
        }
        notice.ensureShown(standing.reading());
        return handOver(cleared);
    }

    private InFlight handOver(NextBatch.Cleared cleared) {
        List<EncodedRecord> records = cleared.batch().records();
        try {
            return new InFlight(records, sink.deliver(cleared.clearance(), cleared.batch()));
        } catch (RecordEncoderException unsendable) {
            return new InFlight(records, null);
        }
    }
}
