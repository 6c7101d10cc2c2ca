package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** All that is asked of a disk, so that a test can put one in its place that fails, or that loses what was not synced. */
interface Disk {
    /**
     * The one for use.
     *
     * @return the disk as the system offers it
     */
    static Disk real() {
        return new RealDisk();
    }

    /**
     * Creates a file that is not there yet, for its owner alone.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there
     */
    DiskFile create(Path file) throws IOException;

    /**
     * Opens a file that is there.
     *
     * @throws java.nio.file.NoSuchFileException if it is not
     */
    DiskFile open(Path file, Access access) throws IOException;

    /** What an opened file is for. */
    enum Access {
        /** Reading only. */
        READ,
        /** Reading and writing. */
        WRITE
    }

    /** The names in a folder in their natural order; none where there is no folder. */
    List<String> names(Path folder) throws IOException;

    /** Whether there is a file or folder, not a link. */
    boolean exists(Path path);

    /** How long a file is. */
    long sizeOf(Path file) throws IOException;

    /**
     * Creates a folder for its owner alone, where it is missing.
     *
     * @return whether it was missing
     * @throws IOException also if a link, a file or a folder of somebody else is in its place: private files would get
     *     where others want them
     */
    boolean createFolder(Path folder) throws IOException;

    /** Gives a file another name at once, in the place of what has that name. */
    void rename(Path from, Path to) throws IOException;

    /**
     * Removes a file or an empty folder.
     *
     * @return whether it was there
     */
    boolean delete(Path path) throws IOException;

    /** Makes the names in a folder durable. */
    void syncFolder(Path folder) throws IOException;

    /** Locks a file against other processes and against others in this one; {@code null} if one of them holds it. */
    @Nullable
    Closeable lock(Path file) throws IOException;
}
