package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A write in place that a kill has cut short: what the file holds, its backup, and the temporary file with what it was to
 * hold. It is undone only if the file holds exactly what such a kill leaves; anything else somebody wrote since. Callers
 * hold the lock.
 *
 * @param target the file
 * @param backup where its former content lies
 */
record CutShortWrite(Path target, PrivateFile backup) {
    /**
     * Puts the former content back, which was in force: the save was never acknowledged. A backup of a write that was
     * completed is removed.
     *
     * @param candidates temporary files that may hold what was to be written
     */
    void undo(List<Path> candidates) throws IOException {
        Optional<byte[]> former = FileContent.of(backup.path(), JsonObjectReader.MAX_BYTES);
        Optional<byte[]> now = FileContent.of(target, JsonObjectReader.MAX_BYTES);
        if (former.isEmpty() || now.isEmpty()) {
            return;
        }
        if (isUndone(now.get(), former.get(), candidates) || isReadable(now.get())) {
            Files.deleteIfExists(backup.path());
        }
    }

    private boolean isReadable(byte[] content) {
        try {
            return JsonObjectText.of(target.toString(), content).bytes().length > 0;
        } catch (UnreadableFileException cutShort) {
            return false;
        }
    }

    private boolean isUndone(byte[] now, byte[] former, List<Path> candidates) throws IOException {
        for (Path candidate : candidates) {
            byte[] next = FileContent.of(candidate, JsonObjectReader.MAX_BYTES).orElse(new byte[0]);
            if (Arrays.equals(now, next) || Arrays.equals(now, former)) {
                return true;
            }
            if (isCutBetween(now, former, next) || isCutBetween(now, next, former)) {
                putBack(former);
                return true;
            }
        }
        return false;
    }

    /** Whether this is a beginning of what came over it, followed by the rest of what was there. */
    static boolean isCutBetween(byte[] now, byte[] under, byte[] over) {
        int mismatch = Arrays.mismatch(now, over);
        int written = mismatch < 0 ? now.length : mismatch;
        int rest = Math.min(written, under.length);
        return Arrays.equals(now, written, now.length, under, rest, under.length);
    }

    private void putBack(byte[] former) throws IOException {
        try (FileChannel file = FileChannel.open(target, StandardOpenOption.WRITE)) {
            backup.disk().write(file, former);
            file.truncate(former.length);
            backup.disk().sync(file);
        }
    }
}
