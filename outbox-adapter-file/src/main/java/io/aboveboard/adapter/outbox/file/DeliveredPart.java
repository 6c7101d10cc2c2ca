package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.util.List;

/** A copy of what was delivered of a segment, as a segment of its own with its verdicts at the end. */
final class DeliveredPart {
    private DeliveredPart() {}

    static FrameWriter of(Disk disk, Segment segment, List<Ending> endings) throws IOException {
        FrameWriter records = new FrameWriter();
        FrameWriter verdicts = new FrameWriter();
        segment.header().writeTo(records);
        try (DiskFile file = disk.open(segment.file(), Disk.Access.READ)) {
            for (Ending ending : endings) {
                if (ending.isDelivered()) {
                    copy(file, ending, records).writeTo(verdicts);
                }
            }
        }
        records.add(verdicts);
        return records;
    }

    private static Ending copy(DiskFile file, Ending ending, FrameWriter records) throws IOException {
        int from = records.length();
        FrameReader frames = new FrameReader(file, ending.from(), ending.to());
        for (FrameReader.Found found = frames.next(); found != FrameReader.Found.END; found = frames.next()) {
            if (RecordFrame.isRecord(frames)) {
                records.copy(frames);
            }
        }
        return new Ending(
                from, records.length(), ending.count(), ending.how(), ending.at(), ending.rejected(), ending.text());
    }
}
