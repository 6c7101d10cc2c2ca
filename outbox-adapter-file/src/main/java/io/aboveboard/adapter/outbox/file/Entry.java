package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.DropReason;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Something that happened, as the journal writes it down at once: what it adds to the account, and what was done to
 * segments for it. Immutable.
 *
 * @param offered how many records were offered
 * @param delivered how many were delivered
 * @param dropped how many were dropped, by reason
 * @param lost how many were lost with a process
 * @param notes names of notes of other processes that are herewith in the account
 * @param settledUpTo by segment, up to where its endings are in the account
 * @param removed segments whose undelivered records are gone, whatever still lies on the disk
 */
record Entry(
        long offered,
        long delivered,
        Map<DropReason, Long> dropped,
        long lost,
        Set<String> notes,
        Map<Long, Long> settledUpTo,
        Set<Long> removed) {
    static final Entry NOTHING = counting(0, 0, Map.of(), 0);

    private static Entry counting(long offered, long delivered, Map<DropReason, Long> dropped, long lost) {
        return new Entry(offered, delivered, dropped, lost, Set.of(), Map.of(), Set.of());
    }

    static Entry noted(long offered, Map<DropReason, Long> dropped) {
        return counting(offered, 0, Map.copyOf(dropped), 0);
    }

    static Entry delivered(long records) {
        return counting(0, records, Map.of(), 0);
    }

    static Entry dropped(DropReason reason, long records) {
        return counting(0, 0, records == 0 ? Map.of() : Map.of(reason, records), 0);
    }

    /** Under a reason as it was written down; one that a newer version wrote is not known here, so they count as lost. */
    static Entry dropped(String reason, long records) {
        DropReason known = reasonOf(reason);
        return known == null ? lost(records) : dropped(known, records);
    }

    static Entry lost(long records) {
        return counting(0, 0, Map.of(), records);
    }

    static @Nullable DropReason reasonOf(String name) {
        for (DropReason reason : DropReason.values()) {
            if (reason.name().equals(name)) {
                return reason;
            }
        }
        return null;
    }

    Entry applying(String note) {
        return new Entry(offered, delivered, dropped, lost, Set.of(note), settledUpTo, removed);
    }

    Entry settling(long segment, long upTo) {
        return new Entry(offered, delivered, dropped, lost, notes, Map.of(segment, upTo), removed);
    }

    Entry removing(long segment) {
        return new Entry(offered, delivered, dropped, lost, notes, settledUpTo, Set.of(segment));
    }

    /** Both together. */
    Entry plus(Entry other) {
        Map<DropReason, Long> allDropped = new EnumMap<>(DropReason.class);
        allDropped.putAll(dropped);
        other.dropped.forEach((reason, records) -> allDropped.merge(reason, records, Long::sum));
        Map<Long, Long> allSettled = new HashMap<>(settledUpTo);
        other.settledUpTo.forEach((segment, upTo) -> allSettled.merge(segment, upTo, Math::max));
        return new Entry(
                offered + other.offered,
                delivered + other.delivered,
                allDropped,
                lost + other.lost,
                union(notes, other.notes),
                allSettled,
                union(removed, other.removed));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    byte[] toBody(byte kind) {
        Body body = Body.of(kind).put(offered).put(delivered).put(lost).put(dropped.size());
        dropped.forEach((reason, records) -> body.put(reason.name()).put((long) records));
        body.put(notes.size());
        notes.forEach(body::put);
        body.put(settledUpTo.size());
        settledUpTo.forEach((segment, upTo) -> body.put((long) segment).put((long) upTo));
        body.put(removed.size());
        removed.forEach(segment -> body.put((long) segment));
        return body.toArray();
    }

    /**
     * The one in a body, behind its kind.
     *
     * @throws java.nio.BufferUnderflowException if there is none
     */
    static Entry from(Body body) {
        long offered = body.getLong();
        long delivered = body.getLong();
        long lost = body.getLong();
        Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
        for (int left = body.getInt(); left > 0; left--) {
            Entry one = dropped(body.getText(), body.getLong());
            lost += one.lost;
            one.dropped.forEach((reason, records) -> dropped.merge(reason, records, Long::sum));
        }
        Set<String> notes = new HashSet<>();
        for (int left = body.getInt(); left > 0; left--) {
            notes.add(body.getText());
        }
        Map<Long, Long> settledUpTo = new HashMap<>();
        for (int left = body.getInt(); left > 0; left--) {
            settledUpTo.put(body.getLong(), body.getLong());
        }
        Set<Long> removed = new HashSet<>();
        for (int left = body.getInt(); left > 0; left--) {
            removed.add(body.getLong());
        }
        return new Entry(offered, delivered, dropped, lost, notes, settledUpTo, removed);
    }
}
