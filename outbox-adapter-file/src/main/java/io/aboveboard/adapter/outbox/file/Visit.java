package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.DeliveryMemo;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a process does in an outbox that it does not own: it leaves files in the inbox, and deletes. Thread-safe. */
final class Visit {
    /** With more files than this the inbox wants to be tidied up. */
    private static final int CROWD = 256;

    /** A file takes at least so much of the disk. */
    private static final long BLOCK = 4096;

    private final Premises premises;

    Visit(Premises premises) {
        this.premises = premises;
    }

    Stored append(List<EncodedRecord> records) throws IOException {
        List<EncodedRecord> fresh = withoutHeld(records);
        if (fresh.isEmpty()) {
            return new Stored(0, 0);
        }
        InboxFile.write(premises, fresh);
        return new Stored(fresh.size(), makeRoom());
    }

    private List<EncodedRecord> withoutHeld(List<EncodedRecord> records) throws IOException {
        if (records.stream().noneMatch(record -> record.uid().isComputed())) {
            return records;
        }
        View view = View.of(premises);
        Set<String> together = new HashSet<>();
        List<EncodedRecord> fresh = new ArrayList<>();
        for (EncodedRecord record : records) {
            boolean isComputed = record.uid().isComputed();
            if (!isComputed
                    || (!view.holds(record.uid()) && together.add(record.uid().value()))) {
                fresh.add(record);
            }
        }
        return fresh;
    }

    /** The inbox alone may be as large as the outbox. */
    private int makeRoom() throws IOException {
        List<Path> files = segmentsInInbox();
        long bytes = 0;
        for (Path file : files) {
            bytes += sizeOf(file);
        }
        int evicted = 0;
        for (Path file : files) {
            if (bytes > premises.config().maxBytes() && isDetailed(file)) {
                bytes -= sizeOf(file);
                evicted += Going.EVICTED.remove(premises, file);
            }
        }
        return evicted;
    }

    private boolean isDetailed(Path file) throws IOException {
        return InboxFile.isOfDetailedExcept(InboxFile.headerOf(premises.disk(), file), -1);
    }

    private long sizeOf(Path file) {
        try {
            return Math.max(BLOCK, premises.disk().sizeOf(file));
        } catch (IOException takenOver) {
            return 0;
        }
    }

    private List<Path> segmentsInInbox() throws IOException {
        Path inbox = premises.folders().inbox();
        return premises.disk().names(inbox).stream()
                .filter(name -> name.endsWith(Names.SEGMENT))
                .map(inbox::resolve)
                .toList();
    }

    /** Whether there is so much in the inbox that somebody should take it over. */
    boolean isCrowded() throws IOException {
        return premises.disk().names(premises.folders().inbox()).size() > CROWD;
    }

    void note(Entry entry) throws IOException {
        premises.folders().create(premises.disk(), premises.folders().inbox());
        Note.write(premises.disk(), InboxFile.named(premises, Names.NOTE), entry);
    }

    DeliveryMemo memo() throws IOException {
        return View.book(premises).memo();
    }

    View view() throws IOException {
        return View.of(premises);
    }

    /** The owner's account, with what is noted for it. */
    Account account() throws IOException {
        Path inbox = premises.folders().inbox();
        List<String> names = premises.disk().names(inbox);
        Book book = View.book(premises);
        for (String name : names) {
            Entry entry = name.endsWith(Names.NOTE) && !book.hasNote(name)
                    ? Note.read(premises.disk(), inbox.resolve(name))
                    : null;
            if (entry != null) {
                book.add(entry);
            }
        }
        return book.account();
    }

    /** Whether something of another consent lies on the disk. */
    boolean needsPurge(long epoch) throws IOException {
        for (String name : premises.disk().names(premises.folders().detailed())) {
            if (isOther(name, epoch)) {
                return true;
            }
        }
        return !inboxExcept(epoch).isEmpty();
    }

    private static boolean isOther(String name, long epoch) {
        long found = Stocktaking.epochOf(name);
        return found >= 0 && found != epoch;
    }

    private List<Path> inboxExcept(long epoch) throws IOException {
        List<Path> others = new ArrayList<>();
        for (Path file : segmentsInInbox()) {
            if (InboxFile.isOfDetailedExcept(InboxFile.headerOf(premises.disk(), file), epoch)) {
                others.add(file);
            }
        }
        return others;
    }

    /** Deletes it beside a living owner, who finds in a note what is gone. Returns how many undelivered records went. */
    int purgeExcept(long epoch) throws IOException {
        int removed = 0;
        InboxFile.removeUnfinished(premises, epoch);
        for (Path file : inboxExcept(epoch)) {
            removed += Going.WITHDRAWN.remove(premises, file);
        }
        List<Segment> segments = new ArrayList<>(View.of(premises).segments().list(Layer.DETAILED));
        segments.removeIf(segment -> segment.epoch() == epoch);
        removed += segments.stream().mapToInt(Segment::live).sum();
        Entry entry = Entry.dropped(
                DropReason.WITHDRAWN, segments.stream().mapToInt(Segment::live).sum());
        for (Segment segment : segments) {
            entry = entry.plus(Entry.NOTHING.removing(segment.id()));
        }
        noteIfPossible(entry);
        for (String name : premises.disk().names(premises.folders().detailed())) {
            if (isOther(name, epoch)) {
                Folders.remove(premises.disk(), premises.folders().detailed().resolve(name));
            }
        }
        if (premises.disk().exists(premises.folders().detailed())) {
            premises.disk().syncFolder(premises.folders().detailed());
        }
        return removed;
    }

    /** On a full disk it is deleted all the same; the owner then sees that the folder is gone. */
    private void noteIfPossible(Entry entry) {
        try {
            if (!entry.isNothing()) {
                note(entry);
            }
        } catch (IOException full) {
            Premises.warn("What is deleted now is counted by the owner: "
                    + Explanation.of(full, premises.folders().inbox()));
        }
    }
}
