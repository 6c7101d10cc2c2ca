package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Hands out the oldest records and knows again where they lie. Guarded by the lock of the {@link Spool}. */
final class Desk {
    private final Disk disk;
    private final Segments segments;
    private final Trouble trouble;
    private final Map<Layer, Handout> last = new EnumMap<>(Layer.class);

    Desk(Disk disk, Segments segments, Trouble trouble) {
        this.disk = disk;
        this.segments = segments;
        this.trouble = trouble;
    }

    List<EncodedRecord> handOut(Layer layer, int maxRecords, long maxBytes, Predicate<EncodedRecord> wanted)
            throws IOException {
        Handout handout = new Picker(disk, trouble, maxRecords, maxBytes, wanted).from(segments.list(layer));
        last.put(layer, handout);
        return handout.records();
    }

    /** The first record of a layer, without handing it out. */
    List<EncodedRecord> peek(Layer layer) throws IOException {
        return new Picker(disk, trouble, 1, 1, record -> true)
                .from(segments.list(layer))
                .records();
    }

    /** All records of a layer, a segment at a time. One that is gone by then has nothing that is waiting. */
    List<Guarded<List<EncodedRecord>>> pieces(Layer layer) {
        return segments.list(layer).stream()
                .<Guarded<List<EncodedRecord>>>map(segment -> () -> segment.isGone() ? List.of() : all(segment))
                .toList();
    }

    private List<EncodedRecord> all(Segment segment) throws IOException {
        return new Picker(disk, trouble, Integer.MAX_VALUE, Long.MAX_VALUE, record -> true)
                .from(List.of(segment))
                .records();
    }

    /** Where records lie that were handed out; others are looked for by their uid. */
    Located locate(List<EncodedRecord> records) throws IOException {
        Located located = new Located();
        List<EncodedRecord> others = new ArrayList<>();
        for (EncodedRecord record : records) {
            Handout handout = last.get(record.layer());
            Place place = handout == null ? null : handout.placeOf(record);
            if (place == null || place.segment().isRewritten()) {
                others.add(record);
            } else {
                located.add(place);
            }
        }
        for (Layer layer : Layer.values()) {
            search(layer, others, located);
        }
        return located;
    }

    private void search(Layer layer, List<EncodedRecord> records, Located located) throws IOException {
        Set<RecordUid> uids = new HashSet<>();
        records.stream().filter(record -> record.layer() == layer).forEach(record -> uids.add(record.uid()));
        if (!uids.isEmpty()) {
            new Picker(disk, trouble, uids.size(), Long.MAX_VALUE, record -> uids.contains(record.uid()))
                    .from(segments.list(layer))
                    .places()
                    .forEach(located::add);
        }
    }

    /** Forgets what was handed out. */
    void clear() {
        last.clear();
    }
}
