package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
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
import java.util.Objects;
import java.util.Set;

/** What was sent, in files that nothing is added to. Bounded by age and size. Guarded by the lock of the {@link Spool}. */
final class Archive {
    /** What was sent within this time may lie in one file, and goes together. */
    static final Duration TOGETHER = Duration.ofDays(1);

    private static final Comparator<String> BY_AGE =
            Comparator.comparing(Names::lastOf).thenComparing(Names::numberOf);

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

    /** How the file of this number is called now, or {@code null} if there is none: one that is added to changes its name. */
    @Nullable
    String named(long number) {
        return sizes.keySet().stream()
                .filter(name -> Names.numberOf(name) == number)
                .findFirst()
                .orElse(null);
    }

    long highestNumber() {
        return sizes.keySet().stream().mapToLong(Names::numberOf).max().orElse(0);
    }

    /** Takes over what was delivered of a segment; all of the segment, moved as it is, where that is worth a file. */
    void take(Segment segment, List<Ending> endings) throws IOException {
        String current = current();
        boolean isLarge = segment.end() >= premises.config().rollAt() / 2;
        if (isLarge && segment.isAllDelivered()) {
            takeWhole(segment, endings);
        } else if (!isLarge && current != null) {
            addTo(current, segment, endings);
        } else {
            takeDelivered(segment, endings);
        }
        prune();
    }

    /**
     * The file to which a little more may be added, or {@code null} if there is none. A segment that was moved is none: after a
     * loss of power it may be a segment again.
     */
    private @Nullable String current() {
        Instant together = premises.now().minus(TOGETHER);
        return sizes.entrySet().stream()
                .filter(file -> file.getValue() < premises.config().rollAt())
                .map(Map.Entry::getKey)
                .filter(name -> name.endsWith(Names.COLLECTION))
                .filter(name -> Names.firstOf(name).isAfter(together))
                .max(BY_AGE)
                .orElse(null);
    }

    /** The verdicts are added to the segment, and it is moved. */
    private void takeWhole(Segment segment, List<Ending> endings) throws IOException {
        Disk disk = premises.disk();
        FrameWriter trailer = new FrameWriter();
        endings.forEach(ending -> ending.writeTo(trailer));
        try (DiskFile file = disk.open(segment.file(), Disk.Access.WRITE)) {
            trailer.writeTo(file, segment.end());
        }
        Path target = target(segment, Names.SEGMENT);
        disk.rename(segment.file(), target);
        added(nameOf(target), segment, segment.end() + trailer.length());
    }

    private void takeDelivered(Segment segment, List<Ending> endings) throws IOException {
        Disk disk = premises.disk();
        FrameWriter copy = new FrameWriter();
        segment.header().writeTo(copy);
        DeliveredPart.add(disk, segment, endings, 0, copy);
        Path target = target(segment, Names.COLLECTION);
        Path temporary = Names.with(target, Names.COLLECTION, Names.TEMPORARY);
        disk.delete(temporary);
        try (DiskFile file = disk.create(temporary)) {
            copy.writeTo(file, 0);
        }
        disk.rename(temporary, target);
        added(nameOf(target), segment, copy.length());
    }

    /** If that is cut short, what was added is passed over, and added again: nobody sees it twice, since uids are compared. */
    private void addTo(String current, Segment segment, List<Ending> endings) throws IOException {
        Disk disk = premises.disk();
        Path file = premises.folders().sent().resolve(current);
        FrameWriter copy = new FrameWriter();
        try (DiskFile opened = disk.open(file, Disk.Access.WRITE)) {
            long end = opened.size();
            DeliveredPart.add(disk, segment, endings, end, copy);
            copy.writeTo(opened, end);
            sizes.put(current, end + copy.length());
        }
        Instant last = later(Names.lastOf(current), segment.lastDelivered());
        String renamed = Names.sent(Names.numberOf(current), Names.firstOf(current), last, Names.COLLECTION);
        disk.rename(file, file.resolveSibling(renamed));
        Set<RecordUid> known = computed.remove(current);
        long size = Objects.requireNonNullElse(sizes.remove(current), 0L);
        added(renamed, segment, size);
        computed.merge(renamed, known == null ? readComputed(renamed) : known, Archive::union);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Set<RecordUid> union(Set<RecordUid> one, Set<RecordUid> other) {
        Set<RecordUid> all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }

    private Path target(Segment segment, String end) throws IOException {
        Folders folders = premises.folders();
        folders.create(premises.disk(), folders.sent());
        String name = Names.sent(segment.number(), segment.firstDelivered(), segment.lastDelivered(), end);
        return folders.sent().resolve(name);
    }

    private static String nameOf(Path path) {
        return String.valueOf(path.getFileName());
    }

    private void added(String name, Segment segment, long size) {
        sizes.put(name, size);
        computed.put(name, Set.copyOf(segment.deliveredComputed()));
    }

    /** Removes what is too old or too much. */
    void prune() {
        Instant tooOld = premises.now().minus(premises.config().sentFor());
        long bytes = sizes.values().stream().mapToLong(Long::longValue).sum();
        for (String name : sizes.keySet().stream().sorted(BY_AGE).toList()) {
            if (bytes <= premises.config().sentBytes() && !Names.lastOf(name).isBefore(tooOld)) {
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
