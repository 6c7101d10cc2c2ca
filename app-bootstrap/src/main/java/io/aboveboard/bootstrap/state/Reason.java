package io.aboveboard.bootstrap.state;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Says in words why a file could not be used. */
final class Reason {
    private Reason() {}

    static String of(Path file, IOException failed) {
        String where = failed instanceof FileSystemException named && named.getFile() != null
                ? named.getFile()
                : file.toString();
        return where + ": " + why(failed);
    }

    private static String why(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = failed instanceof FileSystemException named ? named.getReason() : failed.getMessage();
        return reason == null ? failed.getClass().getSimpleName() : reason;
    }
}
