package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.port.Stored;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The outbox as its owner has it: what is known of the segments is in memory, the records are on the disk. Thread-safe:
 * one lock guards all parts; only a commit lets go of it while the disk works.
 */
final class Spool implements Closeable {
    private final ReentrantLock state = new ReentrantLock();
    private final Premises premises;
    private final Closeable ownership;
    private final Journal journal;
    private final Segments segments = new Segments();
    private final Archive archive;
    private final Removal removal;
    private final Settler settler;
    private final Appender appender;
    private final Desk desk;
    private final Inbox inbox;
    private final Eviction eviction;
    private final Purge purge;
    private final Oblivion oblivion;
    private boolean closed;

    private Spool(Premises premises, Closeable ownership) throws IOException {
        this.premises = premises;
        this.ownership = ownership;
        journal = Journal.open(premises.disk(), premises.folders());
        archive = Archive.open(premises);
        removal = new Removal(premises, journal, segments, archive);
        Reserve reserve = new Reserve(premises);
        settler = new Settler(premises, journal, segments, removal, reserve);
        eviction = new Eviction(premises.config().maxBytes(), segments, removal);
        Drafting drafting = new Drafting(segments, journal, eviction);
        appender = new Appender(state, premises, segments, drafting, removal, settler, reserve);
        inbox = new Inbox(premises, journal, segments, removal, settler);
        desk = new Desk(premises.disk(), segments, new OwnersTrouble(segments, removal, settler, inbox));
        purge = new Purge(premises, segments, removal);
        oblivion = new Oblivion(premises, journal, segments, archive, appender, reserve);
    }

    /**
     * Takes up the outbox. The ownership is given back when it is closed.
     *
     * @param isToStay whether what is missing is missing for good; whoever owns it only for a moment may have noted what it
     *     has yet to store
     */
    static Spool open(Premises premises, Closeable ownership, boolean isToStay) throws IOException {
        Spool spool = new Spool(premises, ownership);
        spool.takeUp(isToStay);
        return spool;
    }

    private void takeUp(boolean isToStay) throws IOException {
        segments.numberIsTaken(archive.highestNumber());
        Recovery recovery = new Recovery(premises, journal, segments, removal, settler, appender);
        recovery.takeUp();
        recovery.sweep();
        recovery.finishInbox();
        inbox.poll();
        if (isToStay) {
            recovery.reconcile(inbox.removedUnknown());
        }
        archive.prune();
    }

    Journal journal() {
        return journal;
    }

    Stored append(List<EncodedRecord> records) throws IOException {
        take(inbox::poll);
        return appender.append(records);
    }

    List<EncodedRecord> oldest(Layer layer, int maxRecords, long maxBytes, Predicate<EncodedRecord> wanted)
            throws IOException {
        return polled(() -> desk.handOut(layer, maxRecords, maxBytes, wanted));
    }

    /** All that is waiting in a layer, in pieces of which each is read while nothing is settled. */
    List<Guarded<List<EncodedRecord>>> waiting(Layer layer) throws IOException {
        return lockedEach(polled(() -> desk.pieces(layer)));
    }

    boolean holds(RecordUid uid) throws IOException {
        return polled(() -> segments.holds(uid));
    }

    boolean recalls(RecordUid uid) throws IOException {
        return locked(() -> archive.recalls(uid)
                || segments.list().stream()
                        .anyMatch(segment -> segment.deliveredComputed().contains(uid)));
    }

    int settle(List<EncodedRecord> records, Settlement settlement) throws IOException {
        return polled(() -> settler.settle(desk.locate(records), settlement));
    }

    /** The replacement is stored first, as if it were another record; a crash in between is found at the next start. */
    void replace(EncodedRecord old, EncodedRecord replacement) throws IOException {
        Located located = locked(() -> desk.locate(List.of(old)));
        for (Place place : located.places()) {
            replace(place, replacement);
        }
    }

    private void replace(Place place, EncodedRecord replacement) throws IOException {
        take(() -> segments.unindex(place));
        try {
            append(List.of(replacement));
        } catch (IOException failed) {
            take(() -> segments.reindex(place));
            throw failed;
        }
        take(() -> settler.replace(place));
    }

    int purgeDetailedExcept(long epoch) throws IOException {
        int fromInbox = locked(() -> inbox.withdraw(epoch));
        boolean isNeeded = polled(() -> purge.isNeeded(epoch));
        return fromInbox + (isNeeded ? quietly(() -> purge.except(epoch)) : 0);
    }

    OutboxContents contents() throws IOException {
        return polled(() -> Contents.of(segments, desk));
    }

    List<SentRecord> sent(int atMost) throws IOException {
        return locked(() -> new SentLog(premises, archive, segments).last(atMost));
    }

    /** All that was delivered, in pieces of which each is read while nothing is put away. */
    List<Guarded<List<SentRecord>>> allSent() throws IOException {
        return lockedEach(locked(() -> new SentLog(premises, archive, segments).pieces()));
    }

    void forgetSent() throws IOException {
        takeQuietly(oblivion::forgetSent);
    }

    void erase() throws IOException {
        takeQuietly(() -> {
            desk.clear();
            oblivion.erase();
        });
    }

    /** Looks into the inbox, for a journal that is about to be read. */
    void poll() throws IOException {
        take(inbox::poll);
    }

    @Override
    public void close() throws IOException {
        try {
            takeQuietly(() -> {
                appender.closeWriters();
                journal.isCurrent();
                journal.close();
                closed = true;
            });
        } finally {
            ownership.close();
        }
    }

    private <T> T polled(Guarded<T> step) throws IOException {
        return locked(() -> {
            inbox.poll();
            eviction.before(0);
            return step.run();
        });
    }

    /** While nothing is being stored. */
    private <T> T quietly(Guarded<T> step) throws IOException {
        return Guarded.run(appender.committing(), () -> locked(step));
    }

    private void takeQuietly(Guarded.Step step) throws IOException {
        Guarded.take(appender.committing(), () -> take(step));
    }

    private <T> List<Guarded<T>> lockedEach(List<Guarded<T>> pieces) {
        return pieces.stream().<Guarded<T>>map(piece -> () -> locked(piece)).toList();
    }

    private <T> T locked(Guarded<T> step) throws IOException {
        return Guarded.run(state, () -> {
            requireOpen();
            return step.run();
        });
    }

    private void take(Guarded.Step step) throws IOException {
        Guarded.take(state, () -> {
            requireOpen();
            step.run();
        });
    }

    /** Whoever comes late must not write where another process may be the owner by now. */
    private void requireOpen() throws IOException {
        if (closed) {
            throw new FileSystemException(premises.folders().spool().toString(), null, "the outbox is closed");
        }
    }
}
