package io.aboveboard.adapter.outbox.file;

import java.io.IOException;

/** A copy of what is undelivered of a segment. */
final class LivePart {
    private LivePart() {}

    static FrameWriter of(Disk disk, Segment segment, SegmentHeader header) throws IOException {
        FrameWriter copy = new FrameWriter();
        header.writeTo(copy);
        try (DiskFile file = disk.open(segment.file(), Disk.Access.READ)) {
            FrameReader frames = new FrameReader(file, segment.cursor(), segment.end());
            while (frames.next() != FrameReader.Found.END) {
                if (RecordFrame.isReadable(frames, segment)
                        && !segment.settled().contains(frames.from())) {
                    copy.copy(frames);
                }
            }
        }
        return copy;
    }
}
