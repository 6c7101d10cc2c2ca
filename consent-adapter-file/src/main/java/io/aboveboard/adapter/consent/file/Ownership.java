package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Owner, group and mode of a file.
 *
 * @param owner the owner
 * @param group the group
 * @param mode what they and others may do
 */
record Ownership(UserPrincipal owner, GroupPrincipal group, Set<PosixFilePermission> mode) {

    /**
     * Those of a file.
     *
     * @return nothing where the file system knows no such thing
     */
    static Optional<Ownership> of(Path path) throws IOException {
        if (!isSupportedBy(path)) {
            return Optional.empty();
        }
        PosixFileAttributes seen = Files.readAttributes(path, PosixFileAttributes.class);
        return Optional.of(new Ownership(seen.owner(), seen.group(), seen.permissions()));
    }

    /** Those of the folder a path lies in, which a new file takes over when root creates it for a service's user. */
    static Optional<Ownership> ofParent(Path path) throws IOException {
        return of(Objects.requireNonNull(path.getParent(), "parent"));
    }

    static boolean isSupportedBy(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Gives a path this owner and group; the mode stays.
     *
     * @return whether it has them now; only root may give files away
     */
    boolean isGivenTo(Path path) {
        try {
            Ownership now = of(path).orElse(this);
            if (now.owner.equals(owner) && now.group.equals(group)) {
                return true;
            }
            PosixFileAttributeView view =
                    Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            view.setGroup(group);
            if (!now.owner.equals(owner)) {
                view.setOwner(owner);
            }
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
