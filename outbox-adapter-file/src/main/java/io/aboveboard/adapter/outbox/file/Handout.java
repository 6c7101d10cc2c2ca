package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.EncodedRecord;
import java.util.ArrayList;
import java.util.List;

/** The records handed out last, and where each lies: what is settled is nearly always among them, in the same order. */
final class Handout {
    private final List<EncodedRecord> records = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private int next;

    void add(EncodedRecord record, Place place) {
        records.add(record);
        places.add(place);
    }

    List<EncodedRecord> records() {
        return new ArrayList<>(records);
    }

    List<Place> places() {
        return places;
    }

    /** Where a record lies that was handed out, or {@code null} if it was not. */
    @Nullable
    Place placeOf(EncodedRecord record) {
        for (int tried = 0; tried < records.size(); tried++) {
            int index = (next + tried) % records.size();
            if (records.get(index).equals(record)) {
                next = index + 1;
                return places.get(index);
            }
        }
        return null;
    }
}
