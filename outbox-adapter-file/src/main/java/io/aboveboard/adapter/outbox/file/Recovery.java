package io.aboveboard.adapter.outbox.file;

import io.aboveboard.adapter.outbox.file.SegmentLoader.Loaded;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a new owner does before anything else: finds out what is there, finishes what a crash left half-done, and brings
 * the account in line with it. Guarded by the lock of the {@link Spool}.
 */
final class Recovery {
    private final Premises premises;
    private final Journal journal;
    private final Segments segments;
    private final Removal removal;
    private final Settler settler;
    private final Appender appender;
    private long damaged;

    Recovery(
            Premises premises,
            Journal journal,
            Segments segments,
            Removal removal,
            Settler settler,
            Appender appender) {
        this.premises = premises;
        this.journal = journal;
        this.segments = segments;
        this.removal = removal;
        this.settler = settler;
        this.appender = appender;
    }

    /** Takes up the segments. */
    void takeUp() throws IOException {
        Stocktaking stocktaking = new Stocktaking(premises);
        List<Loaded> found = stocktaking.all();
        segments.numberIsTaken(stocktaking.highestNumber());
        if (stocktaking.isComplete()) {
            forgetAllBut(found);
        }
        found.removeIf(this::finishRemoval);
        found.sort(Comparator.comparingLong(loaded -> loaded.segment().number()));
        for (Loaded loaded : found) {
            countEndings(loaded);
            adopt(loaded);
        }
        for (Layer layer : Layer.values()) {
            resumeLast(segments.list(layer));
        }
        segments.list().forEach(settler::retireIfDone);
    }

    /** Else the journal would know of ever more that is gone. */
    private void forgetAllBut(List<Loaded> found) throws IOException {
        Set<Long> ids = new HashSet<>();
        found.forEach(loaded -> ids.add(loaded.segment().id()));
        journal.forgetAllBut(ids, premises.disk().names(premises.folders().inbox()));
    }

    private boolean finishRemoval(Loaded loaded) {
        boolean isRemoved = journal.isRemoved(loaded.segment().id());
        if (isRemoved) {
            removal.finish(loaded.segment());
        }
        return isRemoved;
    }

    /** The account may not have got as far as what was written down beside the segment. */
    private void countEndings(Loaded loaded) {
        Segment segment = loaded.segment();
        long known = journal.settledUpTo(segment.id());
        Entry entry = Entry.NOTHING;
        for (int i = 0; i < loaded.endings().endings().size(); i++) {
            if (loaded.endings().upTo().get(i) > known) {
                entry = entry.plus(loaded.endings().endings().get(i).toEntry());
            }
        }
        if (loaded.endings().end() > known) {
            journal.add(entry.settling(segment.id(), loaded.endings().end()));
        }
    }

    /** Where two records have one computed uid, the later was to take the place of the other. */
    private void adopt(Loaded loaded) throws IOException {
        segments.add(loaded.segment());
        for (Place place : loaded.replaced()) {
            settler.replace(place);
        }
        for (Place place : loaded.computed().values()) {
            if (place.computed() != null) {
                Place earlier = segments.index(place.computed(), place);
                if (earlier != null) {
                    settler.replace(earlier);
                }
            }
        }
        if (!loaded.damages().isEmpty()) {
            damaged += loaded.damages().stream().mapToInt(Ending::count).sum();
            settler.mark(loaded.segment(), loaded.damages());
        }
    }

    private void resumeLast(List<Segment> ofOneLayer) {
        if (!ofOneLayer.isEmpty()) {
            Segment last = ofOneLayer.get(ofOneLayer.size() - 1);
            if (appender.isResumable(last)) {
                appender.resume(last);
            }
        }
    }

    /** Finishes what other processes began to remove from the inbox. */
    void finishInbox() throws IOException {
        Path inbox = premises.folders().inbox();
        for (String name : premises.disk().names(inbox)) {
            Going going = Going.of(name);
            if (going != null) {
                going.finish(premises, inbox.resolve(name));
            } else if (InboxFile.isForgotten(name, premises.now())) {
                premises.disk().delete(inbox.resolve(name));
            }
        }
    }

    /** Deletes what a crash left that is of no use: files that were never completed, endings of segments that are gone. */
    void sweep() throws IOException {
        Folders folders = premises.folders();
        sweep(folders.base());
        sweep(folders.sent());
        for (String name : premises.disk().names(folders.detailed())) {
            sweep(folders.detailed().resolve(name));
        }
    }

    private void sweep(Path folder) throws IOException {
        for (String name : premises.disk().names(folder)) {
            Path file = folder.resolve(name);
            boolean isOrphan = name.endsWith(Names.ENDINGS)
                    && !premises.disk().exists(Names.with(file, Names.ENDINGS, Names.SEGMENT));
            if (isOrphan || name.endsWith(Names.TEMPORARY)) {
                premises.disk().delete(file);
            }
        }
    }

    /**
     * What is neither on the disk nor accounted for was withdrawn by others, as far as they say so, or damaged, as far as
     * damage was found; the rest was in the memory of a process that ended without closing. The end of a file that a crash
     * cut short may never have been a record of the account.
     */
    void reconcile(long removedUnknown) {
        long missing = journal.account().pending() - segments.live();
        long withdrawn = Math.max(0, Math.min(missing, removedUnknown));
        long corrupt = Math.max(0, Math.min(missing - withdrawn, damaged));
        long lost = missing - withdrawn - corrupt;
        Entry entry = Entry.dropped(DropReason.WITHDRAWN, withdrawn)
                .plus(Entry.dropped(DropReason.CORRUPT, corrupt))
                .plus(lost >= 0 ? Entry.lost(lost) : found(-lost));
        if (!entry.isNothing()) {
            journal.add(entry);
        }
    }

    /** What counted as lost while its file could not be read is back; beyond that the account had never heard of it. */
    private Entry found(long unexpected) {
        long back = Math.min(unexpected, journal.account().lostUnclean());
        return Entry.lost(-back).plus(Entry.noted(unexpected - back, Map.of()));
    }
}
