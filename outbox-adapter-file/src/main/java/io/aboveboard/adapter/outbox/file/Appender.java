package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stores records durably. Whoever gets the commit lock stores for all who wait for it: one write and one sync for each
 * segment concerned. While the disk works only that lock is held, not the one of the {@link Spool}, so that others may
 * read and settle meanwhile; it is always taken first. Thread-safe.
 */
final class Appender {
    private final ReentrantLock committing = new ReentrantLock();
    private final Queue<Request> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock state;
    private final Premises premises;
    private final Segments segments;
    private final Drafting drafting;
    private final Removal removal;
    private final Settler settler;
    private final Reserve reserve;
    private final Map<Layer, SegmentWriter> writers = new EnumMap<>(Layer.class);

    Appender(
            ReentrantLock state,
            Premises premises,
            Segments segments,
            Drafting drafting,
            Removal removal,
            Settler settler,
            Reserve reserve) {
        this.state = state;
        this.premises = premises;
        this.segments = segments;
        this.drafting = drafting;
        this.removal = removal;
        this.settler = settler;
        this.reserve = reserve;
    }

    /** The lock that is held while records are stored, for what must not happen meanwhile. */
    ReentrantLock committing() {
        return committing;
    }

    /** Stores records of one layer and one consent. */
    Stored append(List<EncodedRecord> records) throws IOException {
        Request request = new Request(records);
        waiting.add(request);
        committing.lock();
        try {
            if (!request.isDone()) {
                commitWaiting();
            }
        } finally {
            committing.unlock();
        }
        return request.result();
    }

    private void commitWaiting() {
        List<Request> group = new ArrayList<>();
        for (Request next = waiting.poll(); next != null; next = waiting.poll()) {
            if (!group.isEmpty() && !next.belongsWith(group.get(0))) {
                commit(group);
                group.clear();
            }
            group.add(next);
        }
        commit(group);
    }

    private void commit(List<Request> group) {
        try {
            Draft draft = Guarded.run(state, () -> draft(group));
            if (draft.isEmpty()) {
                draft.publish(0);
                return;
            }
            commit(draft);
        } catch (IOException failed) {
            group.forEach(request -> request.failed(failed));
        }
    }

    private void commit(Draft draft) throws IOException {
        try {
            draft.write();
        } catch (IOException failed) {
            Guarded.take(state, () -> abandon(draft.writer(), failed));
            throw failed;
        }
        Guarded.take(state, () -> drafting.publish(draft));
    }

    private Draft draft(List<Request> group) throws IOException {
        reserve.take();
        Layer layer = group.get(0).layer();
        return drafting.draft(group, writerFor(layer, group.get(0).epoch()));
    }

    private SegmentWriter writerFor(Layer layer, long epoch) throws IOException {
        SegmentWriter current = writers.get(layer);
        if (current != null && isUsable(current.segment(), epoch)) {
            return current;
        }
        close(layer);
        SegmentWriter begun = SegmentWriter.begin(premises, layer, epoch, segments.takeNumber());
        writers.put(layer, begun);
        segments.add(begun.segment());
        return begun;
    }

    private boolean isUsable(Segment segment, long epoch) {
        if (!segment.isGone() && !premises.disk().exists(segment.file())) {
            removal.vanished(segment);
        }
        return !segment.isGone()
                && !segment.isSealed()
                && segment.epoch() == epoch
                && segment.end() < premises.config().rollAt()
                && !isOutlived(segment);
    }

    /** What was sent must not stay here, beyond its age, because nothing new comes to fill the segment. */
    private boolean isOutlived(Segment segment) {
        return segment.hasDelivered()
                && segment.live() == 0
                && segment.header().createdAt().isBefore(premises.now().minus(Archive.TOGETHER));
    }

    /** Whether records may be added to a segment of an earlier process. */
    boolean isResumable(Segment segment) {
        return !segment.isDamaged() && isUsable(segment, segment.epoch());
    }

    /** Goes on with the last segment of an earlier process. */
    void resume(Segment segment) {
        try {
            writers.put(segment.layer(), SegmentWriter.resume(premises.disk(), segment));
        } catch (IOException beginsAnother) {
            segment.setActive(false);
        }
    }

    private void abandon(SegmentWriter writer, IOException why) {
        if (Explanation.isFull(why)) {
            reserve.release();
        }
        writer.abandon();
        Segment segment = writer.segment();
        writers.remove(segment.layer(), writer);
        if (writer.isEmpty()) {
            removal.discard(segment);
        } else {
            settler.retireIfDone(segment);
        }
    }

    private void close(Layer layer) {
        SegmentWriter writer = writers.remove(layer);
        if (writer != null) {
            writer.close();
            settler.retireIfDone(writer.segment());
        }
    }

    /** Closes what is open; the next record begins another segment. The locks are held. */
    void closeWriters() {
        for (Layer layer : Layer.values()) {
            close(layer);
        }
    }
}
