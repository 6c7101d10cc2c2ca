package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Picks the oldest records out of segments, reading each piece of a file once. One for each picking; not thread-safe. */
final class Picker {
    private final Disk disk;
    private final Trouble trouble;
    private final int maxRecords;
    private final long maxBytes;
    private final Predicate<EncodedRecord> wanted;
    private final Handout picked = new Handout();
    private int count;
    private long bytes;

    Picker(Disk disk, Trouble trouble, int maxRecords, long maxBytes, Predicate<EncodedRecord> wanted) {
        this.disk = disk;
        this.trouble = trouble;
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
        this.wanted = wanted;
    }

    /** What was picked from these segments, oldest first. */
    Handout from(List<Segment> segments) throws IOException {
        for (Segment segment : segments) {
            if (count == maxRecords || (segment.live() > 0 && isFullAfter(segment))) {
                break;
            }
        }
        return picked;
    }

    private boolean isFullAfter(Segment segment) throws IOException {
        List<Ending> damages = new ArrayList<>();
        boolean isFull;
        try (DiskFile file = disk.open(segment.file(), Disk.Access.READ)) {
            isFull = pick(segment, new FrameReader(file, segment.cursor(), segment.end()), damages);
        } catch (IOException unreadable) {
            trouble.unreadable(segment, unreadable);
            return false;
        }
        if (!damages.isEmpty()) {
            trouble.damaged(segment, damages);
        }
        return isFull;
    }

    private boolean pick(Segment segment, FrameReader frames, List<Ending> damages) throws IOException {
        int seen = 0;
        while (toNext(segment, frames) != FrameReader.Found.END) {
            EncodedRecord record = RecordFrame.read(frames, segment);
            if (record == null) {
                damages.add(Ending.dropped(frames.from(), frames.to(), 1, DropReason.CORRUPT));
                continue;
            }
            seen++;
            if (wanted.test(record) && !takes(record, Place.of(segment, frames.from(), frames.to(), record))) {
                return true;
            }
        }
        addMissing(segment, segment.live() - seen - damages.size(), damages);
        return false;
    }

    /** Goes to the next record that is not settled, or the next damage. */
    private static FrameReader.Found toNext(Segment segment, FrameReader frames) throws IOException {
        FrameReader.Found found;
        do {
            frames.skipTo(segment.settled().endOf(frames.position()));
            found = frames.next();
        } while (found == FrameReader.Found.FRAME && frames.kind() != Frame.RECORD);
        return found;
    }

    private boolean takes(EncodedRecord record, Place place) {
        bytes += record.size();
        if (count == maxRecords || (bytes > maxBytes && count > 0)) {
            return false;
        }
        count++;
        picked.add(record, place);
        return true;
    }

    /** One stretch of damage may have been several records: what is not there any more is as lost as what is torn. */
    private static void addMissing(Segment segment, int missing, List<Ending> damages) {
        if (missing > 0) {
            damages.add(Ending.dropped(segment.end(), segment.end(), missing, DropReason.CORRUPT));
        }
    }
}
