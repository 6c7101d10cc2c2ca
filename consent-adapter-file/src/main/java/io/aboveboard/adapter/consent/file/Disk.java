package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The steps of a save that a disk may refuse, each of which a test can make fail. */
interface Disk {
    /**
     * The one for use.
     *
     * @return the steps as the system does them
     */
    static Disk real() {
        return new Disk() {};
    }

    /** Writes all of it at the channel's position. */
    default void write(FileChannel file, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    /** Makes what was written durable. */
    default void sync(FileChannel file) throws IOException {
        file.force(true);
    }

    /** Replaces a file by another at once. */
    default void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the names in a folder durable, where folders can be opened at all. */
    default void syncFolder(Path folder) throws IOException {
        try (FileChannel opened = FileChannel.open(folder, StandardOpenOption.READ)) {
            opened.force(true);
        } catch (AccessDeniedException notOnThisSystem) {
            if (Ownership.isSupportedBy(folder)) {
                throw notOnThisSystem;
            }
        }
    }
}
