package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * Room held back on the disk. When the disk is full it is given up, so that a withdrawal can be written down, and nothing
 * is stored before it could be taken again. Guarded by the lock of the {@link Spool}.
 */
final class Reserve {
    private static final int SIZE = 256 * 1024;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Premises premises;
    private boolean held;
    private Instant refusedAt = Instant.MIN;

    Reserve(Premises premises) {
        this.premises = premises;
    }

    /**
     * Takes the room, unless it is held.
     *
     * @throws IOException if there is none
     */
    void take() throws IOException {
        if (held) {
            return;
        }
        if (Duration.between(refusedAt, premises.now()).abs().compareTo(RETRY) < 0) {
            throw full();
        }
        try {
            fill();
            held = true;
        } catch (IOException refused) {
            release();
            throw refused;
        }
    }

    private void fill() throws IOException {
        Disk disk = premises.disk();
        Folders folders = premises.folders();
        if (disk.exists(folders.reserve()) && disk.sizeOf(folders.reserve()) == SIZE) {
            return;
        }
        folders.create(disk, folders.spool());
        disk.delete(folders.reserve());
        byte[] incompressible = new byte[SIZE];
        new Random(SIZE).nextBytes(incompressible);
        try (DiskFile file = disk.create(folders.reserve())) {
            file.write(0, incompressible, SIZE);
        }
    }

    private FileSystemException full() {
        return new FileSystemException(premises.folders().reserve().toString(), null, "No space left on device");
    }

    /** The file is gone with everything else. */
    void forget() {
        held = false;
    }

    /** Gives the room up, after something could not be written. */
    void release() {
        held = false;
        refusedAt = premises.now();
        try {
            premises.disk().delete(premises.folders().reserve());
        } catch (IOException nothingToGain) {
            // Then there is no more room than before.
        }
    }
}
