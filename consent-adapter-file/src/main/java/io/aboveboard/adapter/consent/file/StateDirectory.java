package io.aboveboard.adapter.consent.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where everything lies: {@code installation.json}, shared with the host, and beside it {@code telemetry/}, which is the
 * project's own. Nothing is created before something is to be stored.
 *
 * @param root the state folder, absolute
 */
record StateDirectory(Path root) {
    static StateDirectory of(Path root) {
        return new StateDirectory(root.toAbsolutePath().normalize());
    }

    Path installation() {
        return root.resolve("installation.json");
    }

    Path telemetry() {
        return root.resolve("telemetry");
    }

    Path lock() {
        return telemetry().resolve("installation.lock");
    }

    Path gate() {
        return telemetry().resolve("gate.lock");
    }

    Path milestones() {
        return telemetry().resolve("milestones.json");
    }

    Path receipts() {
        return telemetry().resolve("consent.jsonl");
    }

    /** The receipts of an identity that was given up. */
    Path retiredReceipts(String mark) {
        return telemetry().resolve("consent.retired-" + mark + ".jsonl");
    }

    /** Room for a last denial. */
    Path reserve() {
        return telemetry().resolve("reserve");
    }

    Path quarantine() {
        return telemetry().resolve("quarantine");
    }

    /** Where the former content lies while a file is written that cannot be replaced. */
    Path backup() {
        return telemetry().resolve("installation.json.backup");
    }

    /**
     * Creates what is missing, for the owner alone.
     *
     * @throws IOException if it cannot be created, or {@code telemetry} is something else than a folder
     */
    void create() throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root, privateTo(root, "rwx------"));
        }
        createPrivate(telemetry());
    }

    /**
     * Creates a folder for the owner of the folder around it alone. A link is refused: it would take private files to a
     * place that somebody else chose.
     */
    static void createPrivate(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, privateTo(folder, "rwx------"));
            Ownership.ofParent(folder).ifPresent(parent -> parent.isGivenTo(folder));
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw UnreadableFileException.of(
                        folder.toString(), "is a link or a file where a folder is needed; remove it");
            }
        }
    }

    /** The folder in which something would have to be created or changed, and may not be; nothing if all is well. */
    Optional<Path> unwritable() {
        return Stream.iterate(telemetry(), Objects::nonNull, Path::getParent)
                .filter(Files::exists)
                .findFirst()
                .filter(folder -> !Files.isWritable(folder) || !Files.isExecutable(folder));
    }

    static FileAttribute<?>[] privateTo(Path path, String permissions) {
        return Ownership.isSupportedBy(path)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
