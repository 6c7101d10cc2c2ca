package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.RecordUid;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out what is in a file of records, with one reading. */
final class SegmentLoader {
    private final Segment segment;
    private final EndingsFile endings;
    private final Ranges delivered = new Ranges();
    private final Map<RecordUid, Place> computed = new HashMap<>();
    private final List<Place> replaced = new ArrayList<>();
    private final List<Ending> damages = new ArrayList<>();
    private boolean isFormatKnown;
    private boolean hasFrames;

    private SegmentLoader(Segment segment, EndingsFile endings) {
        this.segment = segment;
        this.endings = endings;
    }

    /**
     * What was found.
     *
     * @param segment the segment, with what is known of its records
     * @param endings what became of them
     * @param computed where its undelivered records of computed uids lie
     * @param replaced those of which a later one in the same file takes the place
     * @param damages parts that hold no record any more and are not settled
     */
    record Loaded(
            Segment segment,
            EndingsFile endings,
            Map<RecordUid, Place> computed,
            List<Place> replaced,
            List<Ending> damages) {}

    /**
     * Reads a file.
     *
     * @param fallback what it must be if that cannot be read from it
     * @return what was found, or {@code null} if it is to be left alone: a newer version wrote it, or somebody else
     */
    static @Nullable Loaded load(Disk disk, Path path, long number, SegmentHeader fallback) throws IOException {
        try (DiskFile file = disk.open(path, Disk.Access.READ)) {
            int version = FileHead.versionOf(file);
            EndingsFile endings = EndingsFile.read(disk, Names.endingsOf(path));
            SegmentHeader header = headerOf(file, fallback, endings);
            SegmentLoader loader = new SegmentLoader(new Segment(path, number, header), endings);
            if (version > FileHead.VERSION) {
                return null;
            }
            loader.isFormatKnown = version == FileHead.VERSION || isBlank(file);
            loader.read(file);
            return loader.isFormatKnown || loader.hasFrames ? loader.loaded() : null;
        }
    }

    /** A file that a crash left before anything was in it: cut short, or all zeros. */
    private static boolean isBlank(DiskFile file) throws IOException {
        byte[] head = new byte[FileHead.LENGTH];
        int length = file.read(0, head, 0, head.length);
        for (byte each : head) {
            if (each != 0) {
                return length < head.length;
            }
        }
        return true;
    }

    private static SegmentHeader headerOf(DiskFile file, SegmentHeader fallback, EndingsFile endings)
            throws IOException {
        FrameReader first = new FrameReader(file, FileHead.LENGTH, file.size());
        SegmentHeader header = first.next() == FrameReader.Found.FRAME ? SegmentHeader.read(first) : null;
        if (header != null) {
            return header;
        }
        return endings.id() == 0
                ? fallback
                : new SegmentHeader(endings.id(), fallback.layer(), fallback.epoch(), fallback.createdAt());
    }

    private void read(DiskFile file) throws IOException {
        segment.extend(Math.max(FileHead.LENGTH, file.size()));
        if (isOfThisSegment()) {
            segment.endingsWritten(endings.end());
            endings.endings().forEach(this::note);
        }
        FrameReader frames = new FrameReader(file, FileHead.LENGTH, file.size());
        while (frames.next() != FrameReader.Found.END) {
            hasFrames |= frames.isFrame();
            take(frames);
        }
    }

    /** Another segment may have had its name before. */
    private boolean isOfThisSegment() {
        return endings.id() == segment.id();
    }

    private void note(Ending ending) {
        segment.note(ending);
        if (ending.isDamage() || ending.to() > segment.end()) {
            // What is added behind a torn frame seems to be part of it, and what is added where settled records were
            // lost seems to be settled.
            segment.setDamaged();
        }
        if (ending.isDelivered()) {
            delivered.add(ending.from(), ending.to());
        }
    }

    private void take(FrameReader frames) {
        if (frames.isFrame() && frames.kind() != Frame.RECORD) {
            return;
        }
        boolean isRecord = RecordFrame.isReadable(frames, segment);
        if (segment.settled().contains(frames.from())) {
            takeSettled(frames, isRecord);
        } else if (isRecord) {
            takeLive(frames);
        } else {
            boolean isHeader = frames.from() == FileHead.LENGTH;
            damages.add(Ending.dropped(frames.from(), frames.to(), isHeader ? 0 : 1, DropReason.CORRUPT));
        }
    }

    private void takeSettled(FrameReader frames, boolean isRecord) {
        if (isRecord && RecordFrame.isComputed(frames) && delivered.contains(frames.from())) {
            segment.deliveredComputed().add(RecordFrame.uidOf(frames));
        }
    }

    private void takeLive(FrameReader frames) {
        segment.addLive(1, RecordFrame.sizeOf(frames));
        if (RecordFrame.isComputed(frames)) {
            RecordUid uid = RecordFrame.uidOf(frames);
            Place place = new Place(segment, frames.from(), frames.to(), RecordFrame.sizeOf(frames), uid);
            Place earlier = computed.put(uid, place);
            if (earlier != null) {
                replaced.add(earlier);
            }
        }
    }

    private Loaded loaded() {
        EndingsFile own = isOfThisSegment() ? endings : new EndingsFile(List.of(), List.of(), 0);
        return new Loaded(segment, own, computed, replaced, damages);
    }
}
