package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Where everything lies, below {@code telemetry/} of the state folder. Nothing is created before something is to be
 * stored.
 *
 * @param telemetry the folder of the project, absolute
 */
record Folders(Path telemetry) {
    static Folders in(Path stateDir) {
        return new Folders(stateDir.toAbsolutePath().normalize().resolve("telemetry"));
    }

    Path ownerLock() {
        return telemetry.resolve("owner.lock");
    }

    Path spool() {
        return telemetry.resolve("spool");
    }

    Path base() {
        return spool().resolve("base");
    }

    Path detailed() {
        return spool().resolve("detailed");
    }

    Path epoch(long epoch) {
        return detailed().resolve(Long.toString(epoch));
    }

    Path of(Layer layer, long epoch) {
        return layer == Layer.BASE ? base() : epoch(epoch);
    }

    Path sent() {
        return spool().resolve("sent");
    }

    Path inbox() {
        return spool().resolve("inbox");
    }

    /** The name carries the version, so that an older version does not touch what a newer one writes. */
    Path journal() {
        return spool().resolve("journal.v1");
    }

    Path id() {
        return spool().resolve("id");
    }

    Path reserve() {
        return spool().resolve("reserve");
    }

    /** Creates a folder of the project, and those above it, durably. */
    void create(Disk disk, Path folder) throws IOException {
        Path parent = parentOf(folder);
        if (!folder.equals(telemetry) && !disk.exists(folder)) {
            create(disk, parent);
        }
        if (disk.createFolder(folder)) {
            disk.syncFolder(parent);
        }
    }

    /**
     * Removes a folder with all in it. A segment goes before what says which of its records are settled.
     *
     * @throws IOException if something could not be removed; the rest is
     */
    static void remove(Disk disk, Path folder) throws IOException {
        List<String> names = new ArrayList<>(disk.names(folder));
        Collections.reverse(names);
        IOException failed = null;
        for (String name : names) {
            try {
                removeEither(disk, folder.resolve(name));
            } catch (IOException goesOn) {
                failed = goesOn;
            }
        }
        if (failed != null) {
            throw failed;
        }
        disk.delete(folder);
    }

    private static void removeEither(Disk disk, Path path) throws IOException {
        if (disk.names(path).isEmpty()) {
            disk.delete(path);
        } else {
            remove(disk, path);
        }
    }

    static Path parentOf(Path path) {
        return Objects.requireNonNull(path.getParent(), "parent");
    }
}
