package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.nio.file.Path;

/** The end of a segment, where records are added. Guarded by the commit lock of the {@link Appender}. */
final class SegmentWriter {
    private final Disk disk;
    private final Segment segment;
    private final DiskFile file;
    private final boolean resumed;
    private boolean begun;

    private SegmentWriter(Disk disk, Segment segment, DiskFile file, boolean resumed) {
        this.disk = disk;
        this.segment = segment;
        this.file = file;
        this.resumed = resumed;
        this.begun = resumed;
        segment.setActive(true);
    }

    /** Begins a segment. */
    static SegmentWriter begin(Premises premises, Layer layer, long epoch, long number) throws IOException {
        Path folder = premises.folders().of(layer, epoch);
        premises.folders().create(premises.disk(), folder);
        Path path = folder.resolve(Names.segment(number));
        SegmentHeader header = SegmentHeader.create(layer, epoch, premises.now());
        DiskFile file = premises.disk().create(path);
        return new SegmentWriter(premises.disk(), new Segment(path, number, header), file, false);
    }

    /** Goes on with a segment that was begun by an earlier process. */
    static SegmentWriter resume(Disk disk, Segment segment) throws IOException {
        return new SegmentWriter(disk, segment, disk.open(segment.file(), Disk.Access.WRITE), true);
    }

    Segment segment() {
        return segment;
    }

    /** Where the next frames will stand, and what must stand before them. */
    long beginFrames(FrameWriter frames) {
        frames.clear();
        if (begun) {
            return segment.end();
        }
        segment.header().writeTo(frames);
        return 0;
    }

    /** Writes frames and makes them durable. */
    void commit(FrameWriter frames, long position) throws IOException {
        frames.writeTo(file, position);
        file.sync();
        if (!begun) {
            disk.syncFolder(Folders.parentOf(segment.file()));
            begun = true;
        }
    }

    /** Whether nothing in it was ever stored. */
    boolean isEmpty() {
        return !begun && !resumed;
    }

    /** Ends it after a failure: what is not known to be durable is cut off, and nothing is added to it any more. */
    void abandon() {
        try {
            file.truncate(segment.end());
        } catch (IOException damaged) {
            Premises.warn("The end of a file could not be cut off; it is passed over: "
                    + Explanation.of(damaged, segment.file()));
        }
        close();
    }

    void close() {
        segment.setActive(false);
        try {
            file.close();
        } catch (IOException closedAnyway) {
            // All that was stored was made durable before.
        }
    }
}
