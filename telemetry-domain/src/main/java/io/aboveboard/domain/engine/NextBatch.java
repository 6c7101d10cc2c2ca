package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.engine.Timeliness.Fate;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.time.Instant;
import java.util.List;

/**
 * Chooses what is sent next: the oldest records of one layer that may travel together. Drops what has become too old,
 * leaves what must wait, and stamps a {@code first_seen} anew that would be refused for its time. Used by one thread.
 */
final class NextBatch {
    /** What one request holds at most; far below what receivers take (OTLP: 64 MiB). */
    static final int MAX_RECORDS = 4_000;

    private static final long MAX_BYTES = 2 * 1024 * 1024;

    private final Outbox outbox;
    private final Service service;
    private final Timeliness timeliness;
    private final ServerClock server;
    private final Refusals refusals;
    private final Tally tally;

    NextBatch(
            Outbox outbox, Service service, Timeliness timeliness, ServerClock server, Refusals refusals, Tally tally) {
        this.outbox = outbox;
        this.service = service;
        this.timeliness = timeliness;
        this.server = server;
        this.refusals = refusals;
        this.tally = tally;
    }

    /** A batch with the permission for it. */
    record Cleared(Clearance clearance, Batch batch) {}

    /** The next batch of at most so many records; null if nothing may be sent now. */
    @Nullable
    Cleared pick(Standing standing, int maxRecords, RecordEncoder encoder) {
        Look look = new Look(standing, maxRecords, encoder, server.now());
        List<EncodedRecord> base = look.oldest(standing.base());
        List<EncodedRecord> detailed = look.oldest(standing.detailed());
        boolean isBaseFirst = detailed.isEmpty() || (!base.isEmpty() && isOlder(base.get(0), detailed.get(0)));
        List<EncodedRecord> batch = isBaseFirst ? notAfter(detailed, base) : notAfter(base, detailed);
        if (batch.isEmpty()) {
            return null;
        }
        Decision decision = isBaseFirst ? standing.base() : standing.detailed();
        return new Cleared((Clearance) decision, look.together(batch));
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

    /** One look at the outbox, at one moment. */
    private final class Look {
        private final int maxRecords;
        private final RecordEncoder encoder;
        private final Instant now;
        private final Timeliness.Bounds bounds;
        private final @Nullable RecordUid firstSeen;

        Look(Standing standing, int maxRecords, RecordEncoder encoder, Instant now) {
            this.maxRecords = maxRecords;
            this.encoder = encoder;
            this.now = now;
            this.bounds = timeliness.at(now);
            InstallId id = Identity.idOf(standing.reading());
            this.firstSeen = id == null ? null : RecordUid.ofFirstSeen(id);
        }

        /** Each round that finds records of another fate removes them, so there are few. */
        List<EncodedRecord> oldest(Decision decision) {
            if (!(decision instanceof Clearance clearance)) {
                return List.of();
            }
            List<EncodedRecord> found = find(clearance);
            while (found.stream().anyMatch(this::needsCare)) {
                found.stream()
                        .filter(record -> is(Fate.RESTAMPED, record))
                        .forEach(record -> restamp(clearance, record));
                drop(found.stream().filter(record -> is(Fate.EXPIRED, record)).toList(), DropReason.EXPIRED);
                found = find(clearance);
            }
            return found;
        }

        private List<EncodedRecord> find(Clearance clearance) {
            return outbox.oldest(clearance.layer(), maxRecords, MAX_BYTES, this::mayGo);
        }

        private boolean mayGo(EncodedRecord record) {
            return !is(Fate.WAITS, record) && !refusals.isWaiting(record, now);
        }

        private boolean needsCare(EncodedRecord record) {
            return is(Fate.EXPIRED, record) || is(Fate.RESTAMPED, record);
        }

        private boolean is(Fate fate, EncodedRecord record) {
            return bounds.of(record, record.uid().equals(firstSeen)) == fate;
        }

        private void restamp(Clearance clearance, EncodedRecord record) {
            try {
                outbox.replace(clearance, record, encoder.restamped(record, now));
            } catch (RecordEncoderException unreadable) {
                drop(List.of(record), DropReason.ENCODING_FAILED);
            }
        }

        private void drop(List<EncodedRecord> records, DropReason reason) {
            if (!records.isEmpty()) {
                tally.droppedByOutbox(reason, outbox.settle(records, new Settlement.Dropped(reason)));
            }
        }

        /** Records that are too old for the shared stream travel apart from those that are not. */
        Batch together(List<EncodedRecord> batch) {
            boolean isApart = is(Fate.APART, batch.get(0));
            List<EncodedRecord> alike = batch.stream()
                    .takeWhile(record -> is(Fate.APART, record) == isApart)
                    .toList();
            return new Batch(service, isApart ? outbox.id() : null, alike);
        }
    }
}
