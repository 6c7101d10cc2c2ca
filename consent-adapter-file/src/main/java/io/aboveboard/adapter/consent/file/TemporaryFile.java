package io.aboveboard.adapter.consent.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The next content of a file, complete and durable beside it under a random name, on its way to take its place. Closing
 * removes it unless it did.
 */
final class TemporaryFile implements Closeable {
    private static final String SUFFIX = ".tmp";
    /** How long a sharing violation on the rename is borne. */
    private static final Duration SHARING_PATIENCE = Duration.ofSeconds(2);

    private final Path path;
    private final Path target;
    private final Disk disk;

    private TemporaryFile(Path path, Path target, Disk disk) {
        this.path = path;
        this.target = target;
        this.disk = disk;
    }

    /**
     * Writes it. Of a new file the owner is the folder's, as far as that can be done.
     *
     * @throws IOException if it cannot be stored; nothing is left then
     */
    static TemporaryFile beside(Path target, byte[] content, Disk disk) throws IOException {
        Path path = target.resolveSibling(prefix(target) + UUID.randomUUID() + SUFFIX);
        TemporaryFile file = new TemporaryFile(path, target, disk);
        try (FileChannel opened = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                StateDirectory.privateTo(path, "rw-------"))) {
            disk.write(opened, content);
            Ownership.ofParent(target).ifPresent(folder -> folder.isGivenTo(path));
            disk.sync(opened);
            return file;
        } catch (IOException failed) {
            file.discard(failed);
            throw failed;
        }
    }

    /**
     * Takes over owner, group and mode of the file it is to replace.
     *
     * @return whether that could be done
     */
    boolean takesAfter(Path existing) throws IOException {
        Optional<Ownership> wanted = Ownership.of(existing);
        if (wanted.isEmpty()) {
            return true;
        }
        if (!wanted.get().isGivenTo(path)) {
            return false;
        }
        Files.setPosixFilePermissions(path, wanted.get().mode());
        return true;
    }

    /**
     * Takes the place of the file, whatever stands there.
     *
     * @throws IOException if that is refused; what stood there stands there still
     */
    void replaceTarget(Pauser pauser) throws IOException {
        Patience patience = new Patience(pauser, SHARING_PATIENCE);
        while (true) {
            try {
                disk.rename(path, target);
                return;
            } catch (AccessDeniedException shared) {
                if (!patience.waits()) {
                    throw shared;
                }
            }
        }
    }

    /**
     * Takes the place of the file if nothing stands there.
     *
     * @throws FileAlreadyExistsException if something does by now
     */
    void becomeTarget(Pauser pauser) throws IOException {
        try {
            Files.createLink(target, path);
        } catch (UnsupportedOperationException noLinks) {
            replaceTarget(pauser);
        } catch (FileAlreadyExistsException there) {
            throw there;
        } catch (FileSystemException noLinks) {
            replaceTarget(pauser);
        }
    }

    /** Removes what killed processes left beside a file. Only under the lock: nobody else's is under way then. */
    static void removeLeftovers(Path target) throws IOException {
        for (Path leftover : leftovers(target)) {
            Files.deleteIfExists(leftover);
        }
    }

    /** What killed processes left beside a file: complete, or not. */
    static List<Path> leftovers(Path target) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent(), "parent");
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, prefix(target) + "*" + SUFFIX)) {
            left.forEach(found::add);
        } catch (NoSuchFileException nothingThere) {
            return List.of();
        }
        return found;
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    private void discard(IOException because) {
        try {
            close();
        } catch (IOException alsoFailed) {
            because.addSuppressed(alsoFailed);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
