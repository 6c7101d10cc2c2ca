package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Stored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Records on their way into one segment. Guarded by the commit lock of the {@link Appender}. */
final class Draft {
    private final SegmentWriter writer;
    private final FrameWriter frames;
    private final long position;
    private final List<Request> requests = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final List<Place> computed = new ArrayList<>();
    private int evicted;
    private int records;
    private long bytes;

    Draft(SegmentWriter writer, FrameWriter frames) {
        this.writer = writer;
        this.frames = frames;
        this.position = writer.beginFrames(frames);
    }

    SegmentWriter writer() {
        return writer;
    }

    Segment segment() {
        return writer.segment();
    }

    FrameWriter frames() {
        return frames;
    }

    /** Where the next frame will stand. */
    long nextAt() {
        return position + frames.length();
    }

    void addRecord(int size) {
        records++;
        bytes += size;
    }

    void addComputed(Place place) {
        computed.add(place);
    }

    /** All of a request that is to be stored was added. */
    void addRequest(Request request, int stored) {
        requests.add(request);
        counts.add(stored);
    }

    void gaveWay(int older) {
        evicted += older;
    }

    boolean isEmpty() {
        return records == 0;
    }

    int records() {
        return records;
    }

    long bytes() {
        return bytes;
    }

    List<Place> computed() {
        return computed;
    }

    void write() throws IOException {
        writer.commit(frames, position);
    }

    /** Tells those who wait. What gave way is told once. */
    void publish(int evictedAfter) {
        int untold = evicted + evictedAfter;
        for (int i = 0; i < requests.size(); i++) {
            requests.get(i).stored(new Stored(counts.get(i), untold));
            untold = 0;
        }
    }
}
