package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A little room on the disk, kept so that a no can be written when there is none left. Callers hold the lock.
 *
 * @param file the file that keeps the room
 */
record Reserve(Path file) {
    private static final int BYTES = 8 * 1024;

    /** Keeps room, unless it is kept already. That it cannot is no failure. */
    void lay() {
        if (Files.exists(file)) {
            return;
        }
        try (TemporaryFile room = TemporaryFile.beside(file, new byte[BYTES], Disk.real())) {
            room.becomeTarget(duration -> {});
        } catch (IOException full) {
            System.getLogger(Reserve.class.getName()).log(System.Logger.Level.DEBUG, "no room could be reserved", full);
        }
    }

    /**
     * Gives the room up.
     *
     * @return whether there was any
     */
    boolean isReleased() {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException refused) {
            return false;
        }
    }
}
