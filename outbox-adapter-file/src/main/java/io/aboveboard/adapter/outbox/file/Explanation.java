package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.port.OutboxException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Says what the system refused in words that help whoever has to mend it. */
final class Explanation {
    private Explanation() {}

    /**
     * The failure as the port knows it.
     *
     * @param what what did not happen, the beginning of a sentence
     * @param place what was worked on, where the failure does not name it
     */
    static OutboxException failure(String what, Path place, IOException cause) {
        return new OutboxException(what + ": " + of(cause, place), cause);
    }

    /** Explains a failure, beginning with the place. */
    static String of(IOException failure, Path place) {
        String where = failure instanceof FileSystemException named && named.getFile() != null
                ? named.getFile()
                : place.toString();
        return where + ": " + reason(failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied; give the user of this process the right to read and write it";
        }
        if (failure instanceof NoSuchFileException) {
            return "is missing";
        }
        String reason = failure instanceof FileSystemException named ? named.getReason() : failure.getMessage();
        return hinted(reason == null ? failure.getClass().getSimpleName() : reason);
    }

    private static String hinted(String reason) {
        if (isFull(reason)) {
            return "the disk is full (" + reason + "); make room";
        }
        if (reason.contains("Read-only")) {
            return "the file system is read-only (" + reason + "); mount it writable or set another state folder";
        }
        if (reason.contains("Input/output error") || reason.contains("sync failed")) {
            return "the disk fails (" + reason
                    + "); look at the system's log, and replace it or set another state folder";
        }
        return reason;
    }

    /** Whether there was no room for it. */
    static boolean isFull(IOException failure) {
        return isFull(String.valueOf(failure.getMessage()));
    }

    /** Whether the file is gone, or will not be readable by itself. */
    static boolean isLoss(IOException failure) {
        return failure instanceof NoSuchFileException
                || failure instanceof AccessDeniedException
                || String.valueOf(failure.getMessage()).contains("Input/output error")
                || String.valueOf(failure.getMessage()).contains("is no file");
    }

    private static boolean isFull(String reason) {
        return reason.contains("No space left")
                || reason.toLowerCase(Locale.ROOT).contains("quota");
    }
}
