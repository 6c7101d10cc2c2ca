package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.file.Path;

/**
 * What a process that is not the owner wants to have in the journal. The owner adds it, and removes the file; what a
 * process removed itself, such as segments of an ended consent, is named in it.
 */
final class Note {
    private static final int SMALL = 512;

    private Note() {}

    static void write(Disk disk, Path file, Entry entry) throws IOException {
        FrameWriter frames = new FrameWriter(SMALL);
        frames.addFileHead();
        frames.add(entry.toBody(Frame.ENTRY));
        Path temporary = Names.with(file, Names.NOTE, Names.NOTE + Names.TEMPORARY);
        disk.delete(temporary);
        try (DiskFile written = disk.create(temporary)) {
            frames.writeTo(written, 0);
        }
        disk.rename(temporary, file);
    }

    /** What a note says, or {@code null} if it cannot be read. */
    static @Nullable Entry read(Disk disk, Path file) {
        try (DiskFile opened = disk.open(file, Disk.Access.READ)) {
            FrameReader frames = new FrameReader(opened, FileHead.LENGTH, opened.size());
            boolean isEntry = frames.next() == FrameReader.Found.FRAME && frames.kind() == Frame.ENTRY;
            return isEntry ? Entry.from(Body.read(frames)) : null;
        } catch (IOException | BufferUnderflowException unreadable) {
            return null;
        }
    }

    /** Whether a newer version wrote it. */
    static boolean isNewer(Disk disk, Path file) throws IOException {
        try (DiskFile opened = disk.open(file, Disk.Access.READ)) {
            return FileHead.versionOf(opened) > FileHead.VERSION;
        }
    }
}
