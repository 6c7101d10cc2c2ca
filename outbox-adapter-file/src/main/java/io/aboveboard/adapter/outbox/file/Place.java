package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;

/**
 * Where an undelivered record lies.
 *
 * @param segment in which segment
 * @param from where its frame begins
 * @param to where it ends
 * @param size how many bytes the encoded record has
 * @param computed its uid if that is a computed one, else {@code null}
 */
record Place(
        Segment segment,
        long from,
        long to,
        int size,
        @Nullable RecordUid computed) {
    static Place of(Segment segment, long from, long to, EncodedRecord record) {
        return new Place(segment, from, to, record.size(), record.uid().isComputed() ? record.uid() : null);
    }

    /** Whether it is still there and undelivered. */
    boolean isLive() {
        return !segment.isGone() && !segment.settled().contains(from);
    }
}
