package io.aboveboard.adapter.outbox.file;

import io.aboveboard.adapter.outbox.file.SegmentLoader.Loaded;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Files by which other processes hand something to the owner: written in full, then renamed, so never seen half. */
final class InboxFile {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 8;
    private static final Pattern TIME = Pattern.compile("(\\d{13})-");
    private static final Duration LONG_AGO = Duration.ofHours(1);

    private InboxFile() {}

    /** A name that no other file has and that sorts by its time. */
    static Path named(Premises premises, String end) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        long millis = Math.max(0, premises.now().toEpochMilli());
        String name =
                String.format(Locale.ROOT, "%013d-%s%s", millis, HexFormat.of().formatHex(random), end);
        return premises.folders().inbox().resolve(name);
    }

    /** Stores records durably for the owner to take over. */
    static void write(Premises premises, List<EncodedRecord> records) throws IOException {
        Disk disk = premises.disk();
        Path inbox = premises.folders().inbox();
        premises.folders().create(disk, inbox);
        EncodedRecord first = records.get(0);
        FrameWriter frames = new FrameWriter();
        SegmentHeader.create(first.layer(), first.epoch(), premises.now()).writeTo(frames);
        records.forEach(record -> RecordFrame.write(record, frames));
        Path file = named(premises, Names.SEGMENT);
        Path temporary = Names.with(file, Names.SEGMENT, unfinished(first.epoch()));
        try (DiskFile written = disk.create(temporary)) {
            frames.writeTo(written, 0);
            written.sync();
        } catch (IOException failed) {
            disk.delete(temporary);
            throw failed;
        }
        disk.rename(temporary, file);
        disk.syncFolder(inbox);
    }

    /** What a file is called at the end before it is complete; of which consent it is can be seen from outside. */
    private static String unfinished(long epoch) {
        return "-" + epoch + Names.TEMPORARY;
    }

    /** Removes what was never completed under another consent. */
    static void removeUnfinished(Premises premises, long epoch) throws IOException {
        Path inbox = premises.folders().inbox();
        for (String name : premises.disk().names(inbox)) {
            boolean isUnfinished = name.endsWith(Names.TEMPORARY) && !name.contains(Names.NOTE);
            if (isUnfinished && !name.endsWith(unfinished(epoch)) && !name.endsWith(unfinished(0))) {
                premises.disk().delete(inbox.resolve(name));
            }
        }
    }

    /** Whether a file was never completed by somebody who must have ended long ago. */
    static boolean isForgotten(String name, Instant now) {
        Matcher time = TIME.matcher(name);
        return name.endsWith(Names.TEMPORARY)
                && time.lookingAt()
                && Instant.ofEpochMilli(Long.parseLong(time.group(1)))
                        .plus(LONG_AGO)
                        .isBefore(now);
    }

    /** Reads a file that may be taken over at any moment; {@code null} if it is gone or not ours. */
    static @Nullable Loaded loadIfThere(Disk disk, Path file, long number, SegmentHeader unknown) throws IOException {
        try {
            return SegmentLoader.load(disk, file, number, unknown);
        } catch (NoSuchFileException takenOver) {
            return null;
        }
    }

    /** The layer and consent that a file speaks of, or {@code null} if it is gone or says nothing. */
    static @Nullable SegmentHeader headerOf(Disk disk, Path file) throws IOException {
        try (DiskFile opened = disk.open(file, Disk.Access.READ)) {
            FrameReader frames = new FrameReader(opened, FileHead.LENGTH, opened.size());
            return frames.next() == FrameReader.Found.FRAME ? SegmentHeader.read(frames) : null;
        } catch (NoSuchFileException takenOver) {
            return null;
        }
    }

    static boolean isOfDetailedExcept(@Nullable SegmentHeader header, long epoch) {
        return header != null && header.layer() == Layer.DETAILED && header.epoch() != epoch;
    }
}
