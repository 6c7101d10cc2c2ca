package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Overwrites a file that cannot be replaced: one that is mounted by itself, or whose owner a replacement would not have.
 * Until it is done the former content lies durably in a backup. Callers hold the lock.
 *
 * @param target the file
 * @param backup where the former content lies meanwhile
 */
record InPlaceWrite(Path target, PrivateFile backup) {
    /**
     * Overwrites it.
     *
     * @param former what it holds
     * @param next what it is to hold
     * @throws IOException if that fails; the former content is back then, or at least in the backup
     */
    void write(byte[] former, byte[] next) throws IOException {
        backup.write(former);
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.WRITE)) {
            overwriteOrRestore(file, former, next);
        }
        Files.deleteIfExists(backup.path());
    }

    private void overwriteOrRestore(FileChannel file, byte[] former, byte[] next) throws IOException {
        try {
            overwrite(file, next);
        } catch (IOException failed) {
            restore(file, former, failed);
            throw failed;
        }
    }

    private void restore(FileChannel file, byte[] former, IOException because) {
        try {
            overwrite(file, former);
            Files.deleteIfExists(backup.path());
        } catch (IOException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    private void overwrite(FileChannel file, byte[] content) throws IOException {
        file.position(0);
        backup.disk().write(file, content);
        file.truncate(content.length);
        backup.disk().sync(file);
    }
}
