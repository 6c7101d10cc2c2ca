package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.RecordUid;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was sent, in files that nothing is added to. Bounded by age and size. Guarded by the lock of the {@link Spool}. */
final class Archive {
    /** What was sent within this time may lie in one file, and goes together. */
    static final Duration TOGETHER = Duration.ofDays(1);

    private static final Comparator<String> BY_AGE =
            Comparator.comparing(Names::deliveredOf).thenComparing(Names::numberOf);

    private final Premises premises;
    private final Map<String, Long> sizes = new HashMap<>();
    private final Map<String, Set<RecordUid>> computed = new HashMap<>();

    private Archive(Premises premises) {
        this.premises = premises;
    }

    static Archive open(Premises premises) throws IOException {
        Archive archive = new Archive(premises);
        Path folder = premises.folders().sent();
        for (String name : premises.disk().names(folder)) {
            if (Names.numberOf(name) >= 0) {
                archive.sizes.put(name, premises.disk().sizeOf(folder.resolve(name)));
            }
        }
        return archive;
    }

    /** The names of its files, those first from which something was delivered last. */
    List<String> newestFirst() {
        return sizes.keySet().stream().sorted(BY_AGE.reversed()).toList();
    }

    long highestNumber() {
        return sizes.keySet().stream().mapToLong(Names::numberOf).max().orElse(0);
    }

    /** Takes over a segment of which all was delivered: its verdicts are added to it, and it is moved. */
    void takeWhole(Segment segment, List<Ending> endings) throws IOException {
        Disk disk = premises.disk();
        FrameWriter trailer = new FrameWriter();
        endings.forEach(ending -> ending.writeTo(trailer));
        try (DiskFile file = disk.open(segment.file(), Disk.Access.WRITE)) {
            trailer.writeTo(file, segment.end());
        }
        Path target = target(segment);
        disk.rename(segment.file(), target);
        added(target, segment, segment.end() + trailer.length());
    }

    /** Takes over what was delivered of a segment, and nothing else of it. */
    void takeDelivered(Segment segment, List<Ending> endings) throws IOException {
        Disk disk = premises.disk();
        FrameWriter copy = DeliveredPart.of(disk, segment, endings);
        Path target = target(segment);
        Path temporary = Names.with(target, Names.SEGMENT, Names.TEMPORARY);
        disk.delete(temporary);
        try (DiskFile file = disk.create(temporary)) {
            copy.writeTo(file, 0);
        }
        disk.rename(temporary, target);
        added(target, segment, copy.length());
    }

    private Path target(Segment segment) throws IOException {
        Folders folders = premises.folders();
        folders.create(premises.disk(), folders.sent());
        return folders.sent().resolve(Names.sent(segment.number(), segment.lastDelivered()));
    }

    private void added(Path target, Segment segment, long size) {
        String name = String.valueOf(target.getFileName());
        sizes.put(name, size);
        computed.put(name, Set.copyOf(segment.deliveredComputed()));
        prune();
    }

    /** Removes what is too old or too much. */
    void prune() {
        Instant tooOld = premises.now().minus(premises.config().sentFor());
        long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        for (String name : sizes.keySet().stream().sorted(BY_AGE).toList()) {
            if (bytes <= premises.config().sentBytes()
                    && !Names.deliveredOf(name).isBefore(tooOld)) {
                break;
            }
            bytes -= sizes.getOrDefault(name, 0L);
            removeIfPossible(name);
        }
    }

    private void removeIfPossible(String name) {
        try {
            remove(name);
        } catch (IOException nextTime) {
            // It is tried again whenever something is added.
        }
    }

    private void remove(String name) throws IOException {
        premises.disk().delete(premises.folders().sent().resolve(name));
        sizes.remove(name);
        computed.remove(name);
    }

    /** Removes all of it. */
    void clear() throws IOException {
        Folders.remove(premises.disk(), premises.folders().sent());
        sizes.clear();
        computed.clear();
    }

    /** Whether a record of this computed uid is among it. */
    boolean recalls(RecordUid uid) {
        for (String name : sizes.keySet()) {
            if (computed.computeIfAbsent(name, this::readComputed).contains(uid)) {
                return true;
            }
        }
        return false;
    }

    private Set<RecordUid> readComputed(String name) {
        Set<RecordUid> uids = new HashSet<>();
        try {
            SentFile.read(premises.disk(), premises.folders().sent().resolve(name)).stream()
                    .map(sent -> sent.record().uid())
                    .filter(RecordUid::isComputed)
                    .forEach(uids::add);
        } catch (IOException unreadable) {
            return uids;
        }
        return uids;
    }
}
