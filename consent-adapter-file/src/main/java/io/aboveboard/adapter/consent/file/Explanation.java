package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what the system refused in words that help whoever has to mend it. */
final class Explanation {
    private Explanation() {}

    /**
     * Explains a failure, beginning with the place.
     *
     * @param failure what was thrown
     * @param path what was worked on, where the failure does not name it
     * @return a sentence without a full stop
     */
    static String of(IOException failure, Path path) {
        if (failure instanceof UnreadableFileException || failure instanceof StateLockedException) {
            return String.valueOf(failure.getMessage());
        }
        return placeOf(failure, path) + ": " + reason(failure, path);
    }

    /**
     * Explains a failure without the place.
     *
     * @param failure what was thrown
     * @param path what was worked on, where the failure does not name it
     * @return part of a sentence
     */
    static String reason(IOException failure, Path path) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied to " + currentUser() + " (" + rights(placeOf(failure, path))
                    + "); give that user the right to read and write it";
        }
        return failure instanceof FileSystemException refused && refused.getReason() != null
                ? hinted(refused.getReason())
                : hinted(String.valueOf(failure.getMessage()));
    }

    private static Path placeOf(IOException failure, Path path) {
        return failure instanceof FileSystemException refused && refused.getFile() != null
                ? Path.of(refused.getFile())
                : path;
    }

    /** Says who may not write where, for a folder in which nothing can be stored. */
    static String ofUnwritable(Path folder) {
        return "nothing can be stored in " + folder + " by " + currentUser() + " (" + rights(folder)
                + "); give that user the right to read and write it, or set another state folder";
    }

    /** Whether it failed because there is no room. */
    static boolean isFull(IOException failure) {
        return isFull(String.valueOf(failure.getMessage()));
    }

    private static boolean isFull(String reason) {
        return reason.contains("No space left") || reason.contains("quota");
    }

    private static String hinted(String reason) {
        if (isFull(reason)) {
            return "the disk is full (" + reason + "); make room";
        }
        if (reason.contains("Read-only")) {
            return "the file system is read-only (" + reason + "); mount it writable or set another state folder";
        }
        return reason;
    }

    private static String currentUser() {
        try {
            return "uid " + Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException notLinux) {
            return "process " + ProcessHandle.current().pid();
        }
    }

    /** The rights of the path, or of the closest folder above it that may be looked at. */
    private static String rights(Path path) {
        return Stream.iterate(path, Objects::nonNull, Path::getParent)
                .flatMap(at -> rightsOf(at).stream())
                .findFirst()
                .orElse("its rights cannot be seen");
    }

    private static Optional<String> rightsOf(Path path) {
        try {
            PosixFileAttributes seen = Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(path + " is " + PosixFilePermissions.toString(seen.permissions()) + " of "
                    + seen.owner().getName() + ":" + seen.group().getName());
        } catch (IOException | UnsupportedOperationException hidden) {
            return Optional.empty();
        }
    }
}
