package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.nio.file.Path;

/** Forgets what was sent, or everything. Nothing is being stored meanwhile. Guarded by the lock of the {@link Spool}. */
final class Oblivion {
    private final Premises premises;
    private final Journal journal;
    private final Segments segments;
    private final Archive archive;
    private final Appender appender;
    private final Reserve reserve;

    Oblivion(
            Premises premises,
            Journal journal,
            Segments segments,
            Archive archive,
            Appender appender,
            Reserve reserve) {
        this.premises = premises;
        this.journal = journal;
        this.segments = segments;
        this.archive = archive;
        this.appender = appender;
        this.reserve = reserve;
    }

    /** What is undelivered stays: where it lies in one file with what was sent, it gets a file of its own. */
    void forgetSent() throws IOException {
        appender.closeWriters();
        archive.clear();
        for (Segment segment : segments.list()) {
            if (segment.hasDelivered()) {
                rewrite(segment);
            }
        }
    }

    private void rewrite(Segment segment) throws IOException {
        Disk disk = premises.disk();
        SegmentHeader header = segment.header().renewed();
        FrameWriter copy = LivePart.of(disk, segment, header);
        Path temporary = Names.with(segment.file(), Names.SEGMENT, Names.TEMPORARY);
        disk.delete(temporary);
        try (DiskFile file = disk.create(temporary)) {
            copy.writeTo(file, 0);
            file.sync();
        }
        disk.rename(temporary, segment.file());
        disk.delete(segment.endings());
        disk.syncFolder(Folders.parentOf(segment.file()));
        exchange(segment, header);
    }

    private void exchange(Segment segment, SegmentHeader header) throws IOException {
        segments.remove(segment);
        segment.setRewritten();
        journal.forgetSegment(segment.id());
        SegmentLoader.Loaded loaded = SegmentLoader.load(premises.disk(), segment.file(), segment.number(), header);
        if (loaded != null) {
            segments.add(loaded.segment());
            loaded.computed().forEach(segments::index);
        }
    }

    void erase() throws IOException {
        appender.closeWriters();
        segments.list().forEach(segments::remove);
        archive.clear();
        journal.forget();
        reserve.forget();
        Folders.remove(premises.disk(), premises.folders().spool());
    }
}
