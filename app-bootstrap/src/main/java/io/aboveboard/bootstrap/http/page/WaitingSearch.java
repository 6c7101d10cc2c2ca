package io.aboveboard.bootstrap.http.page;

import io.aboveboard.domain.record.EncodedRecord;
import java.util.ArrayList;
import java.util.List;

/** Looks through what waits, record by record, and keeps the first that are found. Not thread-safe. */
final class WaitingSearch {
    private final RecordQuery query;
    private final List<EncodedRecord> first = new ArrayList<>();
    private long all;

    WaitingSearch(RecordQuery query) {
        this.query = query;
    }

    void look(EncodedRecord record) {
        if (query.finds(record)) {
            all++;
            if (first.size() < PreviewPart.MOST) {
                first.add(record);
            }
        }
    }

    List<EncodedRecord> first() {
        return first;
    }

    /** How many were found beyond those. */
    long more() {
        return all - first.size();
    }
}
