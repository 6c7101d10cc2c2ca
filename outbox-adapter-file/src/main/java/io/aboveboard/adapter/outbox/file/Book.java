package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.DeliveryMemo;
import java.io.IOException;
import java.nio.BufferUnderflowException;

/**
 * The journal as read from its file, or as its owner keeps it: the account, what delivery remembers, and how far the
 * account has got with each segment. Not thread-safe.
 */
final class Book {
    private Entry balance = Entry.NOTHING;
    private DeliveryMemo memo = DeliveryMemo.BLANK;
    private long end = FileHead.LENGTH;

    /** Reads what can be read; damage costs what is damaged. */
    static Book read(DiskFile file) throws IOException {
        Book book = new Book();
        FrameReader frames = new FrameReader(file, FileHead.LENGTH, file.size());
        for (FrameReader.Found found = frames.next(); found != FrameReader.Found.END; found = frames.next()) {
            if (found == FrameReader.Found.FRAME) {
                book.take(frames);
                book.end = frames.to();
            }
        }
        return book;
    }

    private void take(FrameReader frame) {
        try {
            switch (frame.kind()) {
                case Frame.ENTRY -> add(Entry.from(Body.read(frame)));
                case Frame.BALANCE -> balance = Entry.from(Body.read(frame));
                case Frame.MEMO -> memo = MemoBody.read(Body.read(frame));
                default -> {} // What a newer version adds is not for this one.
            }
        } catch (BufferUnderflowException | IllegalArgumentException malformed) {
            // Nothing that was written here; the account is brought in line with what is on the disk anyway.
        }
    }

    void add(Entry entry) {
        balance = balance.plus(entry);
    }

    void remember(DeliveryMemo newMemo) {
        memo = newMemo;
    }

    DeliveryMemo memo() {
        return memo;
    }

    Account account() {
        return new Account(balance.offered(), balance.delivered(), balance.dropped(), balance.lost());
    }

    /** Where the last sound frame of the file ended. */
    long end() {
        return end;
    }

    boolean hasNote(String name) {
        return balance.notes().contains(name);
    }

    boolean isRemoved(long segment) {
        return balance.removed().contains(segment);
    }

    /** Up to where the endings of a segment are in the account. */
    long settledUpTo(long segment) {
        return balance.settledUpTo().getOrDefault(segment, 0L);
    }

    /** Forgets about a segment that is gone from the disk. */
    void forgetSegment(long segment) {
        balance = balance.forgettingSegment(segment);
    }

    /** Forgets about a note that is gone from the disk. */
    void forgetNote(String name) {
        balance = balance.forgettingNote(name);
    }

    /** All of it, to be the beginning of a new file. */
    void writeTo(FrameWriter frames) {
        frames.addFileHead();
        frames.add(balance.toBody(Frame.BALANCE));
        frames.add(MemoBody.of(memo));
    }
}
