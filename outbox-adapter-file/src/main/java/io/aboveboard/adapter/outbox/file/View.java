package io.aboveboard.adapter.outbox.file;

import io.aboveboard.adapter.outbox.file.SegmentLoader.Loaded;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The outbox as it looks at one moment to a process that does not own it. Changes nothing. Not thread-safe. */
final class View {
    private final Premises premises;
    private final Segments segments = new Segments();
    private final Desk desk;

    private View(Premises premises) {
        this.premises = premises;
        this.desk = new Desk(premises.disk(), segments, Trouble.ignored());
    }

    static View of(Premises premises) throws IOException {
        View view = new View(premises);
        Book book = book(premises);
        for (Loaded loaded : new Stocktaking(premises).all()) {
            if (!book.isRemoved(loaded.segment().id())) {
                view.add(loaded.segment(), loaded);
            }
        }
        view.addInbox();
        return view;
    }

    /** The journal as its owner wrote it. */
    static Book book(Premises premises) throws IOException {
        try (DiskFile file = premises.disk().open(premises.folders().journal(), Disk.Access.READ)) {
            return Book.read(file);
        } catch (NoSuchFileException none) {
            return new Book();
        }
    }

    private void addInbox() throws IOException {
        Path inbox = premises.folders().inbox();
        for (String name : premises.disk().names(inbox)) {
            if (name.endsWith(Names.SEGMENT)) {
                long number = segments.takeNumber();
                SegmentHeader unknown = SegmentHeader.create(Layer.BASE, 0, premises.now());
                Loaded loaded = InboxFile.loadIfThere(premises.disk(), inbox.resolve(name), number, unknown);
                if (loaded != null) {
                    add(loaded.segment(), loaded);
                }
            }
        }
    }

    private void add(Segment segment, Loaded loaded) {
        segments.add(segment);
        loaded.computed().forEach(segments::index);
    }

    Segments segments() {
        return segments;
    }

    List<EncodedRecord> oldest(Layer layer, int maxRecords, long maxBytes, Predicate<EncodedRecord> wanted)
            throws IOException {
        return desk.handOut(layer, maxRecords, maxBytes, wanted);
    }

    List<Guarded<List<EncodedRecord>>> waiting(Layer layer) {
        return desk.pieces(layer);
    }

    boolean holds(RecordUid uid) {
        return segments.holds(uid);
    }

    boolean recalls(RecordUid uid) throws IOException {
        return Archive.open(premises).recalls(uid)
                || segments.list().stream()
                        .anyMatch(segment -> segment.deliveredComputed().contains(uid));
    }

    OutboxContents contents() throws IOException {
        return Contents.of(segments, desk);
    }

    List<SentRecord> sent(int atMost) throws IOException {
        return sentLog().last(atMost);
    }

    List<Guarded<List<SentRecord>>> allSent() throws IOException {
        return sentLog().pieces();
    }

    private SentLog sentLog() throws IOException {
        return new SentLog(premises, Archive.open(premises), segments);
    }
}
