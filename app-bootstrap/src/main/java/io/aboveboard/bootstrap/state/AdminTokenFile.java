package io.aboveboard.bootstrap.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The token of who may decide for the installation, in {@code telemetry/admin-token}, for its owner alone. Immutable and
 * thread-safe; one process, the owner of the folder, makes it.
 */
public final class AdminTokenFile {
    private static final Set<PosixFilePermission> OF_OTHERS = Set.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final Path file;

    private AdminTokenFile(Path file) {
        this.file = file;
    }

    /**
     * The token file of an installation.
     *
     * @param root the folder in which {@code installation.json} lies
     * @return the file, which need not exist
     */
    public static AdminTokenFile in(Path root) {
        return new AdminTokenFile(
                root.toAbsolutePath().normalize().resolve("telemetry").resolve("admin-token"));
    }

    /**
     * Where it lies.
     *
     * @return the path
     */
    public Path path() {
        return file;
    }

    /**
     * The token. One that others could have read, or that is none, is replaced.
     *
     * @param fresh makes a new one
     * @return the token as it lies on the disk
     * @throws StateFolderException if there is none and none can be stored
     */
    public String tokenOr(Supplier<String> fresh) {
        try {
            Optional<String> stored = stored();
            return stored.isPresent() ? stored.get() : store(fresh.get());
        } catch (IOException failed) {
            throw new StateFolderException(Reason.of(file, failed), failed);
        }
    }

    private Optional<String> stored() throws IOException {
        try {
            String token = Files.readString(file, StandardCharsets.UTF_8).strip();
            return token.isEmpty() || isOpenToOthers() ? Optional.empty() : Optional.of(token);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    private boolean isOpenToOthers() throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getPosixFilePermissions(file).stream().anyMatch(OF_OTHERS::contains);
    }

    private String store(String token) throws IOException {
        PrivateFolder folder = PrivateFolder.create(Objects.requireNonNull(file.getParent(), "parent"));
        Path written = folder.temporaryFile();
        Files.writeString(written, token + "\n", StandardCharsets.UTF_8);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return token;
    }
}
