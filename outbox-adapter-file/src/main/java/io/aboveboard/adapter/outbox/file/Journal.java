package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.DeliveryMemo;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/**
 * The journal as its owner writes it: entries are added at the end, and once it has grown it is begun anew with the
 * balance. It survives a kill, not a loss of power: then the account is brought in line with what is on the disk. What the
 * outbox did is never refused: it is kept in memory until it can be written. Thread-safe.
 */
final class Journal {
    private static final long LONGEST = 256 * 1024;
    private static final int SMALL = 1024;

    private final Disk disk;
    private final Folders folders;
    private final FrameWriter frames = new FrameWriter(SMALL);
    private Book book = new Book();
    private Entry unwritten = Entry.NOTHING;
    private @Nullable DiskFile file;
    private long end;

    private Journal(Disk disk, Folders folders) {
        this.disk = disk;
        this.folders = folders;
    }

    /** Takes up the journal where it was left, cutting off what a crash cut short. Creates nothing. */
    static Journal open(Disk disk, Folders folders) throws IOException {
        Journal journal = new Journal(disk, folders);
        try {
            journal.takeUp(disk.open(folders.journal(), Disk.Access.WRITE));
        } catch (NoSuchFileException none) {
            return journal;
        }
        return journal;
    }

    private synchronized void takeUp(DiskFile opened) throws IOException {
        book = Book.read(opened);
        end = book.end();
        opened.truncate(end);
        file = opened;
    }

    /**
     * Adds what somebody else wants to have noted.
     *
     * @throws IOException if it cannot be written; then nothing is added
     */
    synchronized void note(Entry entry) throws IOException {
        flush();
        write(entry.toBody(Frame.ENTRY));
        book.add(entry);
    }

    /** Adds what the outbox did. */
    synchronized void add(Entry entry) {
        book.add(entry);
        unwritten = unwritten.plus(entry);
        isCurrent();
    }

    /** Whether all that the outbox did is written. */
    synchronized boolean isCurrent() {
        try {
            flush();
            return true;
        } catch (IOException later) {
            return false;
        }
    }

    /** A file that is begun anew holds what was unwritten already. */
    private void flush() throws IOException {
        if (unwritten.isNothing()) {
            return;
        }
        fileToWrite();
        if (!unwritten.isNothing()) {
            write(unwritten.toBody(Frame.ENTRY));
            unwritten = Entry.NOTHING;
        }
    }

    /**
     * Remembers how delivery fares.
     *
     * @throws IOException if it cannot be written
     */
    synchronized void remember(DeliveryMemo memo) throws IOException {
        write(MemoBody.of(memo));
        book.remember(memo);
    }

    private void write(byte[] body) throws IOException {
        DiskFile target = fileToWrite();
        frames.clear();
        frames.add(body);
        frames.writeTo(target, end);
        end += frames.length();
    }

    private DiskFile fileToWrite() throws IOException {
        DiskFile current = file;
        if (current == null || !disk.exists(folders.journal())) {
            return beginAnew();
        }
        return end < LONGEST ? current : shortened(current);
    }

    /** On a full disk the file has to grow on. */
    private DiskFile shortened(DiskFile current) throws IOException {
        try {
            return beginAnew();
        } catch (IOException full) {
            if (end < 4 * LONGEST) {
                return current;
            }
            throw full;
        }
    }

    private DiskFile beginAnew() throws IOException {
        folders.create(disk, folders.spool());
        Path next = folders.journal().resolveSibling("journal.tmp");
        disk.delete(next);
        frames.clear();
        book.writeTo(frames);
        try (DiskFile written = disk.create(next)) {
            frames.writeTo(written, 0);
            written.sync();
        }
        disk.rename(next, folders.journal());
        disk.syncFolder(folders.spool());
        close();
        unwritten = Entry.NOTHING;
        end = frames.length();
        DiskFile opened = disk.open(folders.journal(), Disk.Access.WRITE);
        file = opened;
        return opened;
    }

    synchronized Account account() {
        return book.account();
    }

    synchronized DeliveryMemo memo() {
        return book.memo();
    }

    synchronized boolean hasNote(String name) {
        return book.hasNote(name);
    }

    synchronized boolean isRemoved(long segment) {
        return book.isRemoved(segment);
    }

    synchronized long settledUpTo(long segment) {
        return book.settledUpTo(segment);
    }

    synchronized void forgetSegment(long segment) {
        book.forgetSegment(segment);
    }

    synchronized void forgetNote(String name) {
        book.forgetNote(name);
    }

    /** Whoever forgot it before may have been killed before the file was begun anew. */
    synchronized void forgetAllBut(Set<Long> segments, Collection<String> notes) {
        book.forgetAllBut(segments, notes);
    }

    /** Begins with nothing, as if there had never been anything. */
    synchronized void forget() throws IOException {
        close();
        book = new Book();
        unwritten = Entry.NOTHING;
        end = 0;
        disk.delete(folders.journal());
    }

    synchronized void close() throws IOException {
        DiskFile opened = file;
        file = null;
        if (opened != null) {
            opened.close();
        }
    }
}
