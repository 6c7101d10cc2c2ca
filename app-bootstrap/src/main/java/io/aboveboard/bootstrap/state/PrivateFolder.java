package io.aboveboard.bootstrap.state;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * A folder for its owner alone. What root creates in it, for instance from a shell in a container, is given to the owner
 * of the folder around it, so that the service can use it.
 */
record PrivateFolder(Path path) {

    static PrivateFolder create(Path path) throws IOException {
        Path root = parentOf(path);
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root, permissions(root, "rwx------"));
        }
        try {
            Files.createDirectory(path, permissions(path, "rwx------"));
            giveToOwnerOfFolder(path);
        } catch (FileAlreadyExistsException there) {
            requireFolder(path);
        }
        return new PrivateFolder(path);
    }

    Path temporaryFile() throws IOException {
        Path file = Files.createTempFile(path, ".", ".tmp", privateFile(path));
        giveToOwnerOfFolder(file);
        return file;
    }

    static FileAttribute<?>[] privateFile(Path path) {
        return permissions(path, "rw-------");
    }

    static void giveToOwnerOfFolder(Path path) {
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (view == null) {
                return;
            }
            PosixFileAttributes folder = Files.readAttributes(parentOf(path), PosixFileAttributes.class);
            if (!view.readAttributes().owner().equals(folder.owner())) {
                view.setGroup(folder.group());
                view.setOwner(folder.owner());
            }
        } catch (IOException notRoot) {
            // Only root may give files away, and only root needs to.
        }
    }

    private static void requireFolder(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileSystemException(
                    path.toString(), null, "is a link or a file where a folder is needed; remove it");
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static Path parentOf(Path path) {
        return Objects.requireNonNull(path.getParent(), "parent");
    }
}
