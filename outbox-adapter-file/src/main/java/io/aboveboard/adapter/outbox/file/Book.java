package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.Account;
import io.aboveboard.domain.port.DeliveryMemo;
import io.aboveboard.domain.record.DropReason;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The journal as read from its file, or as its owner keeps it: the account, what delivery remembers, and how far the
 * account has got with each segment. Not thread-safe.
 */
final class Book {
    private final Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
    private final Set<String> notes = new HashSet<>();
    private final Map<Long, Long> settledUpTo = new HashMap<>();
    private final Set<Long> removed = new HashSet<>();
    private long offered;
    private long delivered;
    private long lost;
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
                case Frame.BALANCE -> begin(Entry.from(Body.read(frame)));
                case Frame.MEMO -> memo = MemoBody.read(Body.read(frame));
                default -> {} // What a newer version adds is not for this one.
            }
        } catch (BufferUnderflowException | IllegalArgumentException malformed) {
            // Nothing that was written here; the account is brought in line with what is on the disk anyway.
        }
    }

    private void begin(Entry balance) {
        offered = 0;
        delivered = 0;
        lost = 0;
        dropped.clear();
        notes.clear();
        settledUpTo.clear();
        removed.clear();
        add(balance);
    }

    void add(Entry entry) {
        offered += entry.offered();
        delivered += entry.delivered();
        lost += entry.lost();
        entry.dropped().forEach((reason, records) -> dropped.merge(reason, records, Long::sum));
        notes.addAll(entry.notes());
        entry.settledUpTo().forEach((segment, upTo) -> settledUpTo.merge(segment, upTo, Math::max));
        removed.addAll(entry.removed());
    }

    void remember(DeliveryMemo newMemo) {
        memo = newMemo;
    }

    DeliveryMemo memo() {
        return memo;
    }

    Account account() {
        return new Account(offered, delivered, dropped, lost);
    }

    /** Where the last sound frame of the file ended. */
    long end() {
        return end;
    }

    boolean hasNote(String name) {
        return notes.contains(name);
    }

    boolean isRemoved(long segment) {
        return removed.contains(segment);
    }

    /** Up to where the endings of a segment are in the account. */
    long settledUpTo(long segment) {
        return settledUpTo.getOrDefault(segment, 0L);
    }

    /** Forgets about a segment that is gone from the disk. */
    void forgetSegment(long segment) {
        settledUpTo.remove(segment);
        removed.remove(segment);
    }

    /** Forgets about a note that is gone from the disk. */
    void forgetNote(String name) {
        notes.remove(name);
    }

    /** Forgets about all segments and notes but those that are on the disk. */
    void forgetAllBut(Set<Long> segments, Collection<String> names) {
        settledUpTo.keySet().retainAll(segments);
        removed.retainAll(segments);
        notes.retainAll(Set.copyOf(names));
    }

    /** All of it, to be the beginning of a new file. */
    void writeTo(FrameWriter frames) {
        frames.addFileHead();
        Entry balance = new Entry(offered, delivered, dropped, lost, notes, settledUpTo, removed);
        frames.add(balance.toBody(Frame.BALANCE));
        frames.add(MemoBody.of(memo));
    }
}
