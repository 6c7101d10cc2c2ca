package io.aboveboard.bootstrap.doctor;

import io.aboveboard.domain.annotation.Nullable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Looks at the folder of an installation, and touches nothing. */
final class FolderCheck {
    private static final String SUBJECT = "folder";

    /** What the JVM calls a user without a name, as in a container. */
    private static final String NAMELESS = "?";

    private FolderCheck() {}

    static Finding look(Path stateDir) {
        if (!Files.exists(stateDir)) {
            return lookWhereItWouldBe(stateDir);
        }
        if (!Files.isDirectory(stateDir)) {
            return Finding.failed(
                    SUBJECT, stateDir + " is a file", "name a folder by INSTALLATION_CONFIG_DIR, or move the file");
        }
        return isUsable(stateDir) ? lookInside(stateDir.resolve("telemetry")) : unusable(stateDir);
    }

    private static Finding lookWhereItWouldBe(Path stateDir) {
        Path existing = stateDir.getParent();
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing != null && isUsable(existing)
                ? Finding.ok(SUBJECT, stateDir + " is made when it is needed")
                : unusable(existing == null ? stateDir : existing);
    }

    private static boolean isUsable(Path folder) {
        return Files.isReadable(folder) && Files.isWritable(folder) && Files.isExecutable(folder);
    }

    private static Finding unusable(Path folder) {
        return Finding.failed(
                SUBJECT,
                folder + " cannot be written by this user (" + user() + ")",
                "give it to this user, or name another folder by INSTALLATION_CONFIG_DIR");
    }

    private static Finding lookInside(Path telemetry) {
        if (!Files.exists(telemetry, LinkOption.NOFOLLOW_LINKS)) {
            return Finding.ok(SUBJECT, telemetry.getParent() + " can be written");
        }
        if (!Files.isDirectory(telemetry)) {
            return Finding.failed(SUBJECT, telemetry + " is a file", "move the file out of the way");
        }
        String owner = foreignOwner(telemetry);
        if (owner != null) {
            return Finding.warning(
                    SUBJECT,
                    telemetry + " belongs to " + owner + ", and this runs as " + user(),
                    "run it as " + owner + ", or give the folder to " + user());
        }
        String open = openTo(telemetry);
        if (open != null) {
            return Finding.warning(SUBJECT, telemetry + " is open to others (" + open + ")", "chmod 0700 " + telemetry);
        }
        return isUsable(telemetry)
                ? Finding.ok(SUBJECT, telemetry.getParent() + " can be written")
                : unusable(telemetry);
    }

    /** Whose it is, where it is somebody else's: what one of the two writes the other could not read. */
    private static @Nullable String foreignOwner(Path telemetry) {
        try {
            String owner = Files.getOwner(telemetry, LinkOption.NOFOLLOW_LINKS).getName();
            return owner.equals(user()) || user().equals(NAMELESS) ? null : owner;
        } catch (IOException | UnsupportedOperationException notKnownHere) {
            return null;
        }
    }

    private static String user() {
        return System.getProperty("user.name", NAMELESS);
    }

    /** The permissions, where others than the owner have some. */
    private static @Nullable String openTo(Path telemetry) {
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(telemetry, LinkOption.NOFOLLOW_LINKS);
            String text = PosixFilePermissions.toString(permissions);
            return text.endsWith("------") ? null : text;
        } catch (IOException | UnsupportedOperationException notKnownHere) {
            return null;
        }
    }
}
