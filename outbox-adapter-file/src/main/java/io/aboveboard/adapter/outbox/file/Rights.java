package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/**
 * Who may use a file: its owner alone. What root creates, for instance from a shell in a container, is given to the owner
 * of the folder around it, so that the service can use it.
 */
final class Rights {
    /** Belongs to the user of this process, on Linux. */
    private static final Path SELF = Path.of("/proc/self");

    private Rights() {}

    static FileAttribute<?>[] forFile(Path file) {
        return of(file, "rw-------");
    }

    static FileAttribute<?>[] forFolder(Path folder) {
        return of(folder, "rwx------");
    }

    private static FileAttribute<?>[] of(Path path, String permissions) {
        return areSupportedBy(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static boolean areSupportedBy(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    static void giveToOwnerOfFolder(Path path) {
        try {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (view == null) {
                return;
            }
            PosixFileAttributes folder = Files.readAttributes(Folders.parentOf(path), PosixFileAttributes.class);
            if (!view.readAttributes().owner().equals(folder.owner())) {
                view.setGroup(folder.group());
                view.setOwner(folder.owner());
            }
        } catch (IOException notRoot) {
            // Only root may give files away, and only root needs to.
        }
    }

    /** Whether it belongs neither to the user of this process nor to the owner of the folder around it. */
    static boolean isForeign(Path path) throws IOException {
        if (!areSupportedBy(path)) {
            return false;
        }
        UserPrincipal owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS);
        return !owner.equals(Files.getOwner(Folders.parentOf(path)))
                && Files.exists(SELF)
                && !owner.equals(Files.getOwner(SELF));
    }
}
