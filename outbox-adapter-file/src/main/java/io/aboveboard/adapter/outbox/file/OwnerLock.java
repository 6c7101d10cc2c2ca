package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock by which one process owns a state folder; the system takes it back from a process that is killed. Within a JVM
 * it is guarded by the path as well, and the file is not even opened while somebody here holds it: closing any descriptor
 * of a file gives up all locks that the process has on it.
 */
final class OwnerLock implements Closeable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private OwnerLock(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** The lock, or {@code null} if somebody else holds it. The folder of the file exists. */
    static @Nullable OwnerLock tryTake(Path file) throws IOException {
        Path path =
                Objects.requireNonNull(file.getParent(), "parent").toRealPath().resolve(file.getFileName());
        if (!HELD_HERE.add(path)) {
            return null;
        }
        OwnerLock taken = null;
        try {
            taken = lock(path);
            return taken;
        } finally {
            if (taken == null) {
                HELD_HERE.remove(path);
            }
        }
    }

    private static @Nullable OwnerLock lock(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                Rights.forFile(path));
        FileLock lock = null;
        try {
            Rights.giveToOwnerOfFolder(path);
            lock = channel.tryLock();
            return lock == null ? null : new OwnerLock(path, channel);
        } catch (OverlappingFileLockException byAnotherClassLoader) {
            return null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(path);
        }
    }
}
