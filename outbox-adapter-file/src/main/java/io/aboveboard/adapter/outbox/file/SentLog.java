package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.SentRecord;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
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

    /** The last of them, oldest first. What was found last comes first, so that in one moment the older file does. */
    List<SentRecord> last(int atMost) throws IOException {
        if (atMost <= 0) {
            return List.of();
        }
        readSegments();
        for (String name : archive.newestFirst()) {
            if (found.size() >= atMost && Names.lastOf(name).isBefore(timeOf(atMost))) {
                break;
            }
            found.addAll(0, orNothing(() -> archived(name)));
        }
        found.sort(Comparator.comparing(SentRecord::deliveredAt));
        return List.copyOf(found.subList(Math.max(0, found.size() - atMost), found.size()));
    }

    /** All of it a file at a time, the oldest first. */
    List<Guarded<List<SentRecord>>> pieces() {
        List<Guarded<List<SentRecord>>> pieces = new ArrayList<>();
        List<String> oldestFirst = new ArrayList<>(archive.newestFirst());
        Collections.reverse(oldestFirst);
        oldestFirst.forEach(name -> pieces.add(() -> archived(Names.numberOf(name))));
        segments.list().stream()
                .filter(Segment::hasDelivered)
                .forEach(segment -> pieces.add(
                        () -> segment.isGone() ? archived(segment.number()) : orNothing(() -> delivered(segment))));
        return pieces;
    }

    private List<SentRecord> archived(long number) throws IOException {
        String name = archive.named(number);
        return name == null ? List.of() : orNothing(() -> archived(name));
    }

    private List<SentRecord> archived(String name) throws IOException {
        return SentFile.read(premises.disk(), premises.folders().sent().resolve(name));
    }

    private List<SentRecord> delivered(Segment segment) throws IOException {
        EndingsFile endings = EndingsFile.read(premises.disk(), segment.endings());
        return SentFile.read(premises.disk(), segment, endings.endings());
    }

    private static List<SentRecord> orNothing(Guarded<List<SentRecord>> reading) throws IOException {
        try {
            return reading.run();
        } catch (NoSuchFileException removedMeanwhile) {
            return List.of();
        }
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
                found.addAll(0, orNothing(() -> delivered(segment)));
            }
        }
    }
}
