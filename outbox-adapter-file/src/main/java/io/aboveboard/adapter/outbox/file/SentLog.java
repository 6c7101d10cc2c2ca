package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.SentRecord;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** What was delivered last, out of what is put away and of segments of which something is waiting. */
final class SentLog {
    private final Premises premises;
    private final Archive archive;
    private final Segments segments;
    private final List<SentRecord> found = new ArrayList<>();

    SentLog(Premises premises, Archive archive, Segments segments) {
        this.premises = premises;
        this.archive = archive;
        this.segments = segments;
    }

    /** The last of them, oldest first. */
    List<SentRecord> last(int atMost) throws IOException {
        if (atMost <= 0) {
            return List.of();
        }
        readSegments();
        for (String name : archive.newestFirst()) {
            if (found.size() >= atMost && Names.lastOf(name).isBefore(timeOf(atMost))) {
                break;
            }
            readArchived(premises.folders().sent().resolve(name));
        }
        found.sort(Comparator.comparing(SentRecord::deliveredAt));
        return List.copyOf(found.subList(Math.max(0, found.size() - atMost), found.size()));
    }

    /** When the first of the last so many was delivered, as far as they are known. */
    private Instant timeOf(int fromEnd) {
        found.sort(Comparator.comparing(SentRecord::deliveredAt));
        return found.get(found.size() - fromEnd).deliveredAt();
    }

    private void readSegments() throws IOException {
        List<Segment> newestFirst = segments.list();
        Collections.reverse(newestFirst);
        for (Segment segment : newestFirst) {
            if (segment.hasDelivered()) {
                EndingsFile endings = EndingsFile.read(premises.disk(), segment.endings());
                add(() -> SentFile.read(premises.disk(), segment, endings.endings()));
            }
        }
    }

    private void readArchived(Path file) throws IOException {
        add(() -> SentFile.read(premises.disk(), file));
    }

    /** Before what was found already, so that in one moment the older file comes first. */
    private void add(Guarded<List<SentRecord>> reading) throws IOException {
        try {
            found.addAll(0, reading.run());
        } catch (NoSuchFileException removedMeanwhile) {
            // Then it is not kept any more.
        }
    }
}
