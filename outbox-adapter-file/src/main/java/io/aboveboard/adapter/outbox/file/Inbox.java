package io.aboveboard.adapter.outbox.file;

import io.aboveboard.adapter.outbox.file.SegmentLoader.Loaded;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What other processes left for the owner, as the owner takes it over. Guarded by the lock of the {@link Spool}. */
final class Inbox {
    private final Premises premises;
    private final Journal journal;
    private final Segments segments;
    private final Removal removal;
    private final Settler settler;
    private final Set<String> leftAlone = new HashSet<>();
    private long unknown;

    Inbox(Premises premises, Journal journal, Segments segments, Removal removal, Settler settler) {
        this.premises = premises;
        this.journal = journal;
        this.segments = segments;
        this.removal = removal;
        this.settler = settler;
    }

    /** How many records others say they removed of which nothing was known here. */
    long removedUnknown() {
        return unknown;
    }

    /** Takes over what is there, as far as that can be done; nothing else must fail because of it. */
    void poll() {
        for (String name : names()) {
            if (!leftAlone.contains(name)) {
                takeIfPossible(name);
            }
        }
    }

    private List<String> names() {
        try {
            return premises.disk().names(premises.folders().inbox());
        } catch (IOException nextTime) {
            return List.of();
        }
    }

    private void takeIfPossible(String name) {
        try {
            if (name.endsWith(Names.NOTE)) {
                take(name);
            } else if (name.endsWith(Names.SEGMENT)) {
                takeOver(name);
            }
        } catch (IOException failed) {
            if (Explanation.isLoss(failed) && leftAlone.add(name)) {
                Premises.warn("A file is passed over: "
                        + Explanation.of(failed, premises.folders().inbox().resolve(name)));
            }
        }
    }

    /** Removes what was stored under another consent, even if it could not be taken over. Returns how many records went. */
    int withdraw(long epoch) throws IOException {
        int removed = 0;
        for (String name : names()) {
            Path file = premises.folders().inbox().resolve(name);
            if (name.endsWith(Names.SEGMENT)
                    && InboxFile.isOfDetailedExcept(InboxFile.headerOf(premises.disk(), file), epoch)) {
                removed += withdraw(file);
            }
        }
        return removed;
    }

    private int withdraw(Path file) throws IOException {
        Loaded loaded = SegmentLoader.load(premises.disk(), file, 0, fallback(file));
        int records = loaded == null ? 0 : loaded.segment().live();
        if (premises.disk().delete(file)) {
            journal.add(Entry.dropped(DropReason.WITHDRAWN, records));
        }
        return records;
    }

    /** What a note says is added once, whatever happens in between. */
    private void take(String name) throws IOException {
        Path file = premises.folders().inbox().resolve(name);
        if (!journal.hasNote(name)) {
            Entry entry = Note.read(premises.disk(), file);
            if (entry == null) {
                passOver(name, file);
                return;
            }
            journal.add(
                    entry.removed().isEmpty()
                            ? entry.applying(name)
                            : afterRemoval(entry).applying(name));
        }
        if (journal.isCurrent()) {
            premises.disk().delete(file);
            journal.forgetNote(name);
        }
    }

    /** A note of a newer version is left alone; one that a loss of power cut short says nothing to anybody. */
    private void passOver(String name, Path file) throws IOException {
        if (Note.isNewer(premises.disk(), file)) {
            leftAlone.add(name);
        } else {
            premises.disk().delete(file);
        }
    }

    /** What the other process removed is known here more exactly; what is not known here has met its end meanwhile. */
    private Entry afterRemoval(Entry entry) {
        unknown += entry.dropped().getOrDefault(DropReason.WITHDRAWN, 0L);
        for (Segment segment : segments.list()) {
            if (entry.removed().contains(segment.id())) {
                unknown -= removal.remove(segment, DropReason.WITHDRAWN);
            }
        }
        return Entry.noted(entry.offered(), withoutWithdrawn(entry.dropped()));
    }

    private static Map<DropReason, Long> withoutWithdrawn(Map<DropReason, Long> dropped) {
        Map<DropReason, Long> others = new HashMap<>(dropped);
        others.remove(DropReason.WITHDRAWN);
        return others;
    }

    private void takeOver(String name) throws IOException {
        Disk disk = premises.disk();
        Path file = premises.folders().inbox().resolve(name);
        Loaded found = SegmentLoader.load(disk, file, 0, fallback(file));
        if (found == null) {
            leftAlone.add(name);
            Premises.warn(file + ": was written by a newer version, or by somebody else; it is left alone");
            return;
        }
        SegmentHeader header = found.segment().header();
        Path folder = premises.folders().of(header.layer(), header.epoch());
        premises.folders().create(disk, folder);
        long number = segments.takeNumber();
        Path place = folder.resolve(Names.segment(number));
        disk.rename(file, place);
        adopt(SegmentLoader.load(disk, place, number, header));
    }

    /** The name says nothing about layer and consent, so the first sound record does. */
    private SegmentHeader fallback(Path file) throws IOException {
        try (DiskFile opened = premises.disk().open(file, Disk.Access.READ)) {
            FrameReader frames = new FrameReader(opened, FileHead.LENGTH, opened.size());
            while (frames.next() != FrameReader.Found.END) {
                if (RecordFrame.isRecord(frames)) {
                    return SegmentHeader.create(
                            RecordFrame.layerOf(frames), RecordFrame.epochOf(frames), premises.now());
                }
            }
        }
        return SegmentHeader.create(Layer.BASE, 0, premises.now());
    }

    /** Records of computed uids that are here already are passed over: they were offered once. */
    private void adopt(@Nullable Loaded loaded) throws IOException {
        if (loaded == null) {
            return;
        }
        Segment segment = loaded.segment();
        segments.list(segment.layer()).forEach(Segment::seal);
        segments.add(segment);
        List<Place> twice = new ArrayList<>(loaded.replaced());
        loaded.computed().forEach((uid, place) -> {
            if (segments.holds(uid)) {
                twice.add(place);
            } else {
                segments.index(uid, place);
            }
        });
        for (Place place : twice) {
            settler.replace(place);
            journal.add(Entry.noted(-1, Map.of()));
        }
        settler.count(segment, loaded.damages());
        settler.retireIfDone(segment);
    }
}
