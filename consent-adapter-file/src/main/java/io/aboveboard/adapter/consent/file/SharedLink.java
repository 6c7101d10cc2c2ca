package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Optional;

/** Follows a link in place of the shared file, if it may be trusted. */
final class SharedLink {
    private SharedLink() {}

    /**
     * The file that is meant.
     *
     * @param path the file or a link to it
     * @return where it really stands; for anything but a link the path itself, whether something stands there or not
     * @throws UnreadableFileException if it is a link that leads nowhere, in a circle, or that anybody could have put there
     */
    static Path resolve(Path path) throws UnreadableFileException {
        if (!Files.isSymbolicLink(path)) {
            return path;
        }
        try {
            requireTrusted(path);
            return path.toRealPath();
        } catch (NoSuchFileException dangling) {
            throw refused(path, "is a link to something that does not exist; restore that or remove the link");
        } catch (UnreadableFileException known) {
            throw known;
        } catch (IOException circle) {
            throw refused(path, "is a link that cannot be followed (" + Explanation.reason(circle, path) + ")");
        }
    }

    private static void requireTrusted(Path link) throws IOException {
        Path folder = Objects.requireNonNull(link.getParent(), "parent");
        Optional<Ownership> rights = Ownership.of(folder);
        if (rights.isPresent() && rights.get().mode().contains(PosixFilePermission.OTHERS_WRITE)) {
            throw refused(
                    link,
                    "is a link in a folder that everybody may write to, so anybody may have put it there; put the file"
                            + " itself there, or take that right from others");
        }
    }

    private static UnreadableFileException refused(Path link, String why) {
        return UnreadableFileException.of(link.toString(), why);
    }
}
