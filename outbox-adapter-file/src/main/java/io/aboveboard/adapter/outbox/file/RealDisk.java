package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The disk as the system offers it. Links are never followed: all that is used here was created here. */
final class RealDisk implements Disk {
    private static final int ATTEMPTS = 5;

    @Override
    public DiskFile create(Path file) throws IOException {
        Files.createFile(file, Rights.forFile(file));
        Rights.giveToOwnerOfFolder(file);
        return new RealFile(file, Access.WRITE);
    }

    @Override
    public DiskFile open(Path file, Access access) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(file)
                    ? new FileSystemException(file.toString(), null, "is no file; remove it")
                    : new NoSuchFileException(file.toString());
        }
        try {
            return new RealFile(file, access);
        } catch (FileNotFoundException refused) {
            throw refusal(file, access, refused);
        }
    }

    /** The JDK gives one exception for all refusals; its text is the system's, in the system's language. */
    private IOException refusal(Path file, Access access, FileNotFoundException refused) {
        if (!exists(file)) {
            return new NoSuchFileException(file.toString());
        }
        boolean isAllowed = Files.isReadable(file) && (access == Access.READ || Files.isWritable(file));
        return isAllowed
                ? new FileSystemException(file.toString(), null, String.valueOf(refused.getMessage()))
                : new AccessDeniedException(file.toString());
    }

    @Override
    public List<String> names(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        } catch (NoSuchFileException | NotDirectoryException none) {
            return names;
        } catch (DirectoryIteratorException failed) {
            throw failed.getCause();
        }
        names.sort(null);
        return names;
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public long sizeOf(Path file) throws IOException {
        return Files.size(file);
    }

    @Override
    public boolean createFolder(Path folder) throws IOException {
        Path parent = Folders.parentOf(folder);
        if (!Files.isDirectory(parent)) {
            Files.createDirectories(parent, Rights.forFolder(parent));
        }
        try {
            Files.createDirectory(folder, Rights.forFolder(folder));
            Rights.giveToOwnerOfFolder(folder);
            return true;
        } catch (FileAlreadyExistsException there) {
            requireOwnFolder(folder);
            return false;
        }
    }

    private static void requireOwnFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    folder.toString(), null, "is a link or a file where a folder is needed; remove it");
        }
        if (Rights.isForeign(folder)) {
            throw new FileSystemException(
                    folder.toString(), null, "belongs to another user; give it to the user of this process");
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public boolean delete(Path path) throws IOException {
        return Files.deleteIfExists(path);
    }

    /** A folder can only be opened as a channel, which an interrupt closes; the interrupt is passed on afterwards. */
    @Override
    public void syncFolder(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    syncOnce(folder);
                    return;
                } catch (ClosedByInterruptException closed) {
                    interrupted = true;
                    Thread.interrupted();
                    if (attempt == ATTEMPTS) {
                        throw closed;
                    }
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void syncOnce(Path folder) throws IOException {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (AccessDeniedException notOnThisSystem) {
            if (Rights.areSupportedBy(folder)) {
                throw notOnThisSystem;
            }
        }
    }

    @Override
    public @Nullable Closeable lock(Path file) throws IOException {
        return OwnerLock.tryTake(file);
    }
}
