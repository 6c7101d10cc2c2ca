package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is done before records are written, and after. Guarded by the lock of the {@link Spool}. */
final class Drafting {
    private final FrameWriter frames = new FrameWriter();
    private final Segments segments;
    private final Journal journal;
    private final Eviction eviction;

    Drafting(Segments segments, Journal journal, Eviction eviction) {
        this.segments = segments;
        this.journal = journal;
        this.eviction = eviction;
    }

    /** Puts together what is to be written, without records of computed uids that are here already. */
    Draft draft(List<Request> requests, SegmentWriter writer) {
        Draft draft = new Draft(writer, frames);
        Set<RecordUid> together = new HashSet<>();
        for (Request request : requests) {
            draft.addRequest(request, add(request, draft, together));
        }
        draft.gaveWay(eviction.before(frames.length()));
        return draft;
    }

    private int add(Request request, Draft draft, Set<RecordUid> together) {
        int added = 0;
        for (EncodedRecord record : request.records()) {
            boolean isComputed = record.uid().isComputed();
            if (isComputed && (segments.holds(record.uid()) || !together.add(record.uid()))) {
                continue;
            }
            add(record, draft, isComputed);
            added++;
        }
        return added;
    }

    private void add(EncodedRecord record, Draft draft, boolean isComputed) {
        long from = draft.nextAt();
        RecordFrame.write(record, frames);
        draft.addRecord(record.size());
        if (isComputed) {
            draft.addComputed(Place.of(draft.segment(), from, draft.nextAt(), record));
        }
    }

    /** The records are durable now. */
    void publish(Draft draft) {
        Segment segment = draft.segment();
        if (segment.isGone()) {
            DropReason reason = segment.layer() == Layer.DETAILED ? DropReason.WITHDRAWN : DropReason.STORAGE_LOST;
            journal.add(Entry.dropped(reason, draft.records()));
            draft.publish(0);
            return;
        }
        segment.addLive(draft.records(), draft.bytes());
        segment.extend(draft.nextAt());
        draft.computed().forEach(place -> {
            if (place.computed() != null) {
                segments.index(place.computed(), place);
            }
        });
        draft.publish(eviction.after());
    }
}
