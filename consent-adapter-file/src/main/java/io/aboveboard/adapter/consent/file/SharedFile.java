package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Replaces a file that another program rewrites in place and without any lock. What it writes meanwhile is found: before
 * the replacement in the file, after it in the file or in the one replaced. Callers hold the lock against each other.
 */
final class SharedFile {
    private final Path path;
    private final SharedFileReader reader;
    private final PrivateFile backup;
    private final Disk disk;
    private final Pauser pauser;

    /**
     * A shared file.
     *
     * @param path where it stands, or a link to it
     * @param backup where its former content lies while it is written in place
     */
    SharedFile(Path path, PrivateFile backup) {
        this.path = path;
        this.backup = backup;
        this.disk = backup.disk();
        this.pauser = backup.pauser();
        this.reader = new SharedFileReader(path, pauser);
    }

    /**
     * Reads what stands there.
     *
     * @return the text, or nothing if there is no file
     * @throws UnreadableFileException if something is there that cannot be used
     */
    Optional<JsonObjectText> read() throws UnreadableFileException {
        try {
            return reader.read();
        } catch (UnreadableFileException unreadable) {
            throw Files.exists(backup.path())
                    ? unreadable.adding("; what stood there before a save that was cut short is in " + backup.path())
                    : unreadable;
        }
    }

    Standing standing() throws UnreadableFileException {
        return Standing.of(path.toString(), read().orElse(null));
    }

    /** Undoes a write in place that a kill has cut short, if that is all that happened. */
    void undoWhatWasCutShort() throws IOException {
        if (Files.exists(backup.path())) {
            Path target = SharedLink.resolve(path);
            new CutShortWrite(target, backup).undo(TemporaryFile.leftovers(target));
        }
    }

    /** Whether a killed process, or one that is at work just now, has left something beside it. */
    boolean isUntidy() throws IOException {
        return Files.exists(backup.path())
                || !TemporaryFile.leftovers(SharedLink.resolve(path)).isEmpty();
    }

    /** Forgets what stood there before a save in place. */
    void forgetBackup() throws IOException {
        Files.deleteIfExists(backup.path());
    }

    /** Removes what killed processes left. */
    void removeLeftovers() throws IOException {
        TemporaryFile.removeLeftovers(SharedLink.resolve(path));
    }

    /**
     * Replaces what stands there, unless it is something else than expected.
     *
     * @param expected what was read
     * @param next what is to stand there
     * @return how it stands afterwards; settled as {@code next} unless somebody else wrote meanwhile
     * @throws IOException if it cannot be stored; what was expected stands there still
     */
    Standing replace(Standing expected, JsonObjectText next) throws IOException {
        Path target = SharedLink.resolve(path);
        try (TemporaryFile prepared = TemporaryFile.beside(target, next.bytes(), disk)) {
            JsonObjectText known = expected.onDisk();
            return known == null
                    ? create(target, prepared, expected, next)
                    : overwrite(target, prepared, expected, known, next);
        }
    }

    private Standing create(Path target, TemporaryFile prepared, Standing expected, JsonObjectText next)
            throws IOException {
        try {
            prepared.becomeTarget(pauser);
        } catch (FileAlreadyExistsException byAnother) {
            return expected.changedTo(standing());
        }
        syncFolder(target, null);
        return expected.replacedBy(next, expected.text(), standing());
    }

    private Standing overwrite(
            Path target, TemporaryFile prepared, Standing expected, JsonObjectText known, JsonObjectText next)
            throws IOException {
        try (FileChannel former = FileChannel.open(target, StandardOpenOption.READ)) {
            boolean replaceable = prepared.takesAfter(target);
            if (!Arrays.equals(SharedFileReader.contentOf(former), known.bytes())) {
                return expected.changedTo(standing());
            }
            if (!replaceable || !isReplaced(target, prepared)) {
                new InPlaceWrite(target, backup).write(known.bytes(), next.bytes());
                return expected.replacedBy(next, known, standing());
            }
            JsonObjectText overtaken = reader.overtaken(former, known);
            syncFolder(target, known);
            return expected.replacedBy(next, overtaken, standing());
        } catch (NoSuchFileException removedMeanwhile) {
            return standing();
        }
    }

    private boolean isReplaced(Path target, TemporaryFile prepared) throws IOException {
        try {
            prepared.replaceTarget(pauser);
            return true;
        } catch (FileSystemException refused) {
            if (Mounts.isMounted(target)) {
                return false;
            }
            throw refused;
        }
    }

    /** A replacement that is not durable is taken back: whoever is told that it failed must not find it in force. */
    private void syncFolder(Path target, @Nullable JsonObjectText former) throws IOException {
        try {
            disk.syncFolder(Objects.requireNonNull(target.getParent(), "parent"));
        } catch (IOException failed) {
            takeBack(former, failed);
            throw failed;
        }
    }

    /**
     * Puts back what stood there, as far as that can be done.
     *
     * @param former what stood there, {@code null} if there was no file
     * @param because what failed, to which a further failure is added
     */
    void takeBack(@Nullable JsonObjectText former, IOException because) {
        try {
            putBack(SharedLink.resolve(path), former);
        } catch (IOException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    private void putBack(Path target, @Nullable JsonObjectText former) throws IOException {
        if (former == null) {
            Files.deleteIfExists(target);
            return;
        }
        try (TemporaryFile again = TemporaryFile.beside(target, former.bytes(), disk)) {
            if (again.takesAfter(target)) {
                again.replaceTarget(pauser);
            }
        }
    }
}
