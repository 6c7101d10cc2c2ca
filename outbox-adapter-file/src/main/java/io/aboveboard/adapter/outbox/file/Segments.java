package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All segments with undelivered records, oldest first. Guarded by the lock of the {@link Spool}. */
final class Segments {
    private final Map<Layer, NavigableMap<Long, Segment>> byLayer = new EnumMap<>(Layer.class);
    private final Map<RecordUid, Place> computed = new HashMap<>();
    private long nextNumber = 1;

    Segments() {
        for (Layer layer : Layer.values()) {
            byLayer.put(layer, new TreeMap<>());
        }
    }

    void add(Segment segment) {
        of(segment.layer()).put(segment.number(), segment);
        numberIsTaken(segment.number());
    }

    void remove(Segment segment) {
        segment.setGone();
        of(segment.layer()).remove(segment.number());
        computed.values().removeIf(place -> place.segment() == segment);
    }

    void numberIsTaken(long number) {
        nextNumber = Math.max(nextNumber, number + 1);
    }

    /** A number that no segment has had. */
    long takeNumber() {
        return nextNumber++;
    }

    /** Those of a layer, oldest first; a copy, so that they can be removed one by one. */
    List<Segment> list(Layer layer) {
        return new ArrayList<>(of(layer).values());
    }

    List<Segment> list() {
        List<Segment> all = list(Layer.BASE);
        all.addAll(list(Layer.DETAILED));
        return all;
    }

    /** How many bytes they have on the disk. */
    long bytesOnDisk() {
        long bytes = 0;
        for (Map<Long, Segment> segments : byLayer.values()) {
            for (Segment segment : segments.values()) {
                bytes += segment.end();
            }
        }
        return bytes;
    }

    long live() {
        return list().stream().mapToLong(Segment::live).sum();
    }

    /** What is waiting, but for the time of the oldest. */
    OutboxContents contents() {
        int base = of(Layer.BASE).values().stream().mapToInt(Segment::live).sum();
        int detailed =
                of(Layer.DETAILED).values().stream().mapToInt(Segment::live).sum();
        long bytes = list().stream().mapToLong(Segment::liveBytes).sum();
        return new OutboxContents(base, detailed, bytes, null);
    }

    boolean holds(RecordUid uid) {
        return computed.containsKey(uid);
    }

    /** Remembers where an undelivered record of a computed uid lies. Returns where another lay before. */
    @Nullable
    Place index(RecordUid uid, Place place) {
        return computed.put(uid, place);
    }

    /** Forgets that, unless another record of the uid has taken its place. */
    void unindex(Place place) {
        if (place.computed() != null) {
            computed.remove(place.computed(), place);
        }
    }

    /** Remembers again what was forgotten. */
    void reindex(Place place) {
        if (place.computed() != null) {
            computed.putIfAbsent(place.computed(), place);
        }
    }

    /** Whether there is a segment of the detailed layer of another consent. */
    boolean hasDetailedExcept(long epoch) {
        for (Segment segment : of(Layer.DETAILED).values()) {
            if (segment.epoch() != epoch) {
                return true;
            }
        }
        return false;
    }

    private NavigableMap<Long, Segment> of(Layer layer) {
        return byLayer.computeIfAbsent(layer, unused -> new TreeMap<>());
    }
}
