package io.aboveboard.bootstrap.state;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of an installation as its processes see it. Everything lies in {@code telemetry/}, 0700 and 0600: {@code
 * service} names whose installation it is, {@code replica/} holds what a replica knows of the one that it shares.
 *
 * <p>Immutable and thread-safe. Reading creates nothing.
 */
public final class StateFolder {
    private final Path telemetry;

    private StateFolder(Path root) {
        this.telemetry = root.toAbsolutePath().normalize().resolve("telemetry");
    }

    /**
     * The folder in which {@code installation.json} lies.
     *
     * @param root the folder, which need not exist
     * @return its view
     */
    public static StateFolder of(Path root) {
        return new StateFolder(root);
    }

    /**
     * Whose installation it holds.
     *
     * @return the service name, or nothing if none was remembered yet
     * @throws StateFolderException if that cannot be read
     */
    public Optional<String> service() {
        try {
            String name = Files.readString(serviceFile()).strip();
            return name.isEmpty() ? Optional.empty() : Optional.of(name);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new StateFolderException(Reason.of(serviceFile(), unreadable), unreadable);
        }
    }

    /**
     * Remembers whose installation it holds, unless it does already.
     *
     * @param service the service name
     * @throws StateFolderException if that cannot be stored
     */
    public void remember(String service) {
        if (service().isPresent()) {
            return;
        }
        try {
            PrivateFolder folder = PrivateFolder.create(telemetry);
            Path written = folder.temporaryFile();
            Files.writeString(written, service + "\n", StandardCharsets.UTF_8);
            Files.move(written, serviceFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new StateFolderException(Reason.of(serviceFile(), failed), failed);
        }
    }

    /**
     * Where a replica keeps what it read last of the installation that it shares.
     *
     * @return a folder, which need not exist
     */
    public Path replica() {
        return telemetry.resolve("replica");
    }

    /**
     * Whether the installation is shared, so that this folder alone does not know it.
     *
     * @return true once a replica has kept what it read
     */
    public boolean isReplica() {
        return Files.exists(replica().resolve("installation.json"));
    }

    /**
     * Whether processes have left anything of their own in it, be the installation there or not.
     *
     * @return true if there is something that could be forgotten
     */
    public boolean isUsed() {
        return Files.exists(telemetry, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Forgets what a replica knew of the installation that it shared: it is kept in this folder again.
     *
     * @throws StateFolderException if that cannot be done, or not wholly
     */
    public void forgetReplica() {
        if (!Files.isDirectory(replica())) {
            return;
        }
        try (Stream<Path> files = Files.walk(replica())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new StateFolderException(Reason.of(replica(), failed), failed);
        }
    }

    private Path serviceFile() {
        return telemetry.resolve("service");
    }

    @Override
    public String toString() {
        return Objects.toString(telemetry.getParent());
    }
}
