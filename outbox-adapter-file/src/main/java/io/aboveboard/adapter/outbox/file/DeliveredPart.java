package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.util.List;

/** A copy of what was delivered of a segment, with its verdicts behind it. */
final class DeliveredPart {
    private DeliveredPart() {}

    /** Adds it to frames that will stand from an offset on. */
    static void add(Disk disk, Segment segment, List<Ending> endings, long offset, FrameWriter frames)
            throws IOException {
        FrameWriter verdicts = new FrameWriter();
        try (DiskFile file = disk.open(segment.file(), Disk.Access.READ)) {
            for (Ending ending : endings) {
                if (ending.isDelivered()) {
                    copy(file, ending, offset, frames).writeTo(verdicts);
                }
            }
        }
        frames.add(verdicts);
    }

    private static Ending copy(DiskFile file, Ending ending, long offset, FrameWriter copy) throws IOException {
        long from = offset + copy.length();
        FrameReader frames = new FrameReader(file, ending.from(), ending.to());
        while (frames.next() != FrameReader.Found.END) {
            if (RecordFrame.isRecord(frames)) {
                copy.copy(frames);
            }
        }
        return ending.at(from, offset + copy.length());
    }
}
