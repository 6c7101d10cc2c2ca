package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Replaces a file that nobody but this project writes. Callers hold the lock.
 *
 * @param path the file
 * @param disk the steps of a save
 * @param pauser lets time pass
 */
record PrivateFile(Path path, Disk disk, Pauser pauser) {
    /**
     * Stores new content durably.
     *
     * @throws IOException if that fails; the former content is intact then
     */
    void write(byte[] content) throws IOException {
        try (TemporaryFile next = prepare(content)) {
            commit(next);
        }
    }

    /** Does all of a write that needs room on the disk. */
    TemporaryFile prepare(byte[] content) throws IOException {
        return TemporaryFile.beside(path, content, disk);
    }

    /** Puts prepared content in place. */
    void commit(TemporaryFile prepared) throws IOException {
        prepared.replaceTarget(pauser);
        disk.syncFolder(Objects.requireNonNull(path.getParent(), "parent"));
    }
}
