package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Reads a file as a whole, if it is one and not too long. */
final class FileContent {
    private FileContent() {}

    /**
     * Reads what stands there now.
     *
     * @param path the file; a link is followed
     * @param limit the most bytes it may have
     * @return the content, or nothing if there is no file
     * @throws UnreadableFileException if something is there that cannot be read or is too long
     */
    static Optional<byte[]> of(Path path, int limit) throws UnreadableFileException {
        try {
            if (!Files.readAttributes(path, BasicFileAttributes.class).isRegularFile()) {
                throw UnreadableFileException.of(path.toString(), "is no regular file; move it away");
            }
            return Optional.of(bounded(path, limit));
        } catch (NoSuchFileException missing) {
            return missing(path);
        } catch (UnreadableFileException known) {
            throw known;
        } catch (IOException refused) {
            throw UnreadableFileException.of(path.toString(), Explanation.reason(refused, path));
        }
    }

    private static Optional<byte[]> missing(Path path) throws UnreadableFileException {
        if (Files.isSymbolicLink(path)) {
            throw UnreadableFileException.of(
                    path.toString(), "is a link to something that does not exist; restore that or remove the link");
        }
        return Optional.empty();
    }

    private static byte[] bounded(Path path, int limit) throws IOException {
        try (InputStream opened = Files.newInputStream(path)) {
            byte[] content = opened.readNBytes(limit + 1);
            if (content.length > limit) {
                throw UnreadableFileException.of(
                        path.toString(), "has more than " + limit + " bytes; make it smaller or restore a backup");
            }
            return content;
        }
    }
}
