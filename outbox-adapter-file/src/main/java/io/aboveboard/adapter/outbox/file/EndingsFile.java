package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of the records of a segment, in a file beside it to which every end is added. It need not be durable: what is
 * lost of it is delivered again.
 *
 * @param endings what became of them
 * @param upTo where in the file each ends
 * @param id of which segment it speaks, 0 if there is no such file
 */
record EndingsFile(List<Ending> endings, List<Long> upTo, long id) {
    private static final int SMALL = 512;

    /** Where the next is to be written. */
    long end() {
        return upTo.isEmpty() ? 0 : upTo.get(upTo.size() - 1);
    }

    static EndingsFile read(Disk disk, Path path) throws IOException {
        try (DiskFile file = disk.open(path, Disk.Access.READ)) {
            return read(file);
        } catch (NoSuchFileException none) {
            return new EndingsFile(List.of(), List.of(), 0);
        }
    }

    private static EndingsFile read(DiskFile file) throws IOException {
        List<Ending> endings = new ArrayList<>();
        List<Long> upTo = new ArrayList<>();
        long id = 0;
        FrameReader frames = new FrameReader(file, FileHead.LENGTH, file.size());
        for (FrameReader.Found found = frames.next(); found != FrameReader.Found.END; found = frames.next()) {
            SegmentHeader header = found == FrameReader.Found.FRAME ? SegmentHeader.read(frames) : null;
            Ending ending = found == FrameReader.Found.FRAME ? Ending.read(frames) : null;
            id = header == null ? id : header.id();
            if (ending != null) {
                endings.add(ending);
                upTo.add(frames.to());
            }
        }
        return new EndingsFile(endings, upTo, id);
    }

    /** Adds what became of some records. On return a kill cannot undo it. */
    static void append(Disk disk, Segment segment, List<Ending> endings) throws IOException {
        try {
            write(disk, segment, endings);
        } catch (NoSuchFileException removedBySomebody) {
            segment.endingsWritten(0);
            write(disk, segment, endings);
        }
    }

    private static void write(Disk disk, Segment segment, List<Ending> endings) throws IOException {
        FrameWriter frames = new FrameWriter(SMALL);
        boolean isNew = segment.endingsEnd() == 0;
        if (isNew) {
            segment.header().writeTo(frames);
        }
        endings.forEach(ending -> ending.writeTo(frames));
        try (DiskFile file = isNew ? anew(disk, segment.endings()) : disk.open(segment.endings(), Disk.Access.WRITE)) {
            frames.writeTo(file, segment.endingsEnd());
        }
        segment.endingsWritten(segment.endingsEnd() + frames.length());
    }

    private static DiskFile anew(Disk disk, Path path) throws IOException {
        disk.delete(path);
        return disk.create(path);
    }
}
