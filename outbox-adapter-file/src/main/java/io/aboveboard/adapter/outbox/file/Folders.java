package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.record.Layer;
import java.io.IOException;
import java.nio.file.Path;
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

    /** Removes a folder with all in it, as far as that can be done. */
    static void remove(Disk disk, Path folder) throws IOException {
        List<String> names = disk.names(folder);
        for (String name : names) {
            Path path = folder.resolve(name);
            if (!disk.names(path).isEmpty()) {
                remove(disk, path);
            } else {
                disk.delete(path);
            }
        }
        disk.delete(folder);
    }

    static Path parentOf(Path path) {
        return Objects.requireNonNull(path.getParent(), "parent");
    }
}
