package io.aboveboard.adapter.outbox.file;

import io.aboveboard.adapter.outbox.file.SegmentLoader.Loaded;
import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds all segments on the disk, changing nothing. */
final class Stocktaking {
    private final Premises premises;
    private final List<Loaded> found = new ArrayList<>();
    private long highestNumber;
    private boolean complete = true;

    Stocktaking(Premises premises) {
        this.premises = premises;
    }

    /** Those of the spool. */
    List<Loaded> all() throws IOException {
        Folders folders = premises.folders();
        find(folders.base(), Layer.BASE, 0);
        for (String name : premises.disk().names(folders.detailed())) {
            long epoch = epochOf(name);
            if (epoch >= 0) {
                find(folders.epoch(epoch), Layer.DETAILED, epoch);
            }
        }
        return found;
    }

    /** The highest number that was found, also of what is left alone. */
    long highestNumber() {
        return highestNumber;
    }

    /** Whether nothing is there but what was found. */
    boolean isComplete() {
        return complete;
    }

    /** The epoch a folder is named after, or -1 if it is none of ours. */
    static long epochOf(String name) {
        try {
            long epoch = Long.parseLong(name);
            return Long.toString(epoch).equals(name) ? epoch : -1;
        } catch (NumberFormatException foreign) {
            return -1;
        }
    }

    /** Segments that a newer version wrote, which therefore wait for it to come back. */
    static List<Path> newer(Premises premises) throws IOException {
        Folders folders = premises.folders();
        List<Path> places = new ArrayList<>(List.of(folders.base(), folders.inbox()));
        for (String name : premises.disk().names(folders.detailed())) {
            places.add(folders.detailed().resolve(name));
        }
        List<Path> newer = new ArrayList<>();
        for (Path place : places) {
            for (String name : premises.disk().names(place)) {
                if (name.endsWith(Names.SEGMENT) && isNewer(premises.disk(), place.resolve(name))) {
                    newer.add(place.resolve(name));
                }
            }
        }
        return newer;
    }

    private static boolean isNewer(Disk disk, Path file) {
        try (DiskFile opened = disk.open(file, Disk.Access.READ)) {
            return FileHead.versionOf(opened) > FileHead.VERSION;
        } catch (IOException goneOrUnreadable) {
            return false;
        }
    }

    private void find(Path folder, Layer layer, long epoch) throws IOException {
        for (String name : premises.disk().names(folder)) {
            long number = Names.numberOf(name);
            highestNumber = Math.max(highestNumber, number);
            if (number >= 0 && name.endsWith(Names.SEGMENT)) {
                load(folder.resolve(name), number, SegmentHeader.create(layer, epoch, premises.now()));
            }
        }
    }

    /** One that cannot be read is left alone: perhaps it can be the next time. */
    private void load(Path file, long number, SegmentHeader fallback) {
        try {
            Loaded loaded = SegmentLoader.load(premises.disk(), file, number, fallback);
            if (loaded == null) {
                complete = false;
                Premises.warn(file + ": was written by a newer version, or by somebody else; it is left alone");
            } else {
                found.add(loaded);
            }
        } catch (NoSuchFileException goneMeanwhile) {
            return;
        } catch (IOException unreadable) {
            complete = false;
            Premises.warn("A file is passed over: " + Explanation.of(unreadable, file));
        }
    }
}
