package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what was delivered out of a segment, with what the receiver said. */
final class SentFile {
    private final Map<Long, EncodedRecord> records = new TreeMap<>();
    private final TreeMap<Long, Ending> delivered = new TreeMap<>();

    private SentFile() {}

    /** What is in a file of what was sent, which holds its verdicts itself. */
    static List<SentRecord> read(Disk disk, Path path) throws IOException {
        SentFile sent = new SentFile();
        try (DiskFile file = disk.open(path, Disk.Access.READ)) {
            sent.read(new FrameReader(file, FileHead.LENGTH, file.size()));
        }
        return sent.matched();
    }

    /** What was delivered of a segment of which something is waiting. */
    static List<SentRecord> read(Disk disk, Segment segment, List<Ending> endings) throws IOException {
        SentFile sent = new SentFile();
        endings.forEach(sent::take);
        try (DiskFile file = disk.open(segment.file(), Disk.Access.READ)) {
            sent.read(new FrameReader(file, FileHead.LENGTH, segment.end()));
        }
        return sent.matched();
    }

    private void take(Ending ending) {
        if (ending.isDelivered()) {
            delivered.put(ending.from(), ending);
        }
    }

    private void read(FrameReader frames) throws IOException {
        for (FrameReader.Found found = frames.next(); found != FrameReader.Found.END; found = frames.next()) {
            Ending ending = frames.isFrame() ? Ending.read(frames) : null;
            EncodedRecord record = RecordFrame.readAny(frames);
            if (ending != null) {
                take(ending);
            }
            if (record != null) {
                records.put(frames.from(), record);
            }
        }
    }

    private List<SentRecord> matched() {
        List<SentRecord> matched = new ArrayList<>();
        Set<RecordUid> seen = new HashSet<>();
        records.forEach((from, record) -> {
            Ending ending = endingAt(from);
            if (ending != null && seen.add(record.uid())) {
                matched.add(new SentRecord(record, ending.deliveredAt(), ending.text()));
            }
        });
        return matched;
    }

    private @Nullable Ending endingAt(long from) {
        Map.Entry<Long, Ending> before = delivered.floorEntry(from);
        return before != null && from < before.getValue().to() ? before.getValue() : null;
    }
}
