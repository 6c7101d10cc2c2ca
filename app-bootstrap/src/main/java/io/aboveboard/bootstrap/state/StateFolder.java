package io.aboveboard.bootstrap.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The folder of an installation as its processes see it. Everything lies in {@code telemetry/}, 0700 and 0600: {@code
 * service} names whose installation it is, {@code owner.lock} is held by the process that acts for it.
 *
 * <p>Immutable and thread-safe. Reading creates nothing.
 */
public final class StateFolder {
    private static final Duration POLL = Duration.ofMillis(50);

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
     * Becomes the owner.
     *
     * @param patience how long to wait for another process to give it back
     * @return what came of it, to be closed by the caller
     */
    public Ownership own(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Ownership ownership = tryOwn();
        while (ownership instanceof Ownership.HeldByAnother && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(POLL.toNanos());
            ownership = tryOwn();
        }
        return ownership;
    }

    private Ownership tryOwn() {
        Path file = telemetry.resolve("owner.lock");
        try {
            PrivateFolder.create(telemetry);
            return lock(file);
        } catch (IOException failed) {
            return new Ownership.Impossible(Reason.of(file, failed));
        }
    }

    private static Ownership lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PrivateFolder.privateFile(file));
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                PrivateFolder.giveToOwnerOfFolder(file);
                return new Ownership.Owner(lock);
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            // As good as held by another process.
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
        channel.close();
        return Ownership.HeldByAnother.HELD_BY_ANOTHER;
    }

    private Path serviceFile() {
        return telemetry.resolve("service");
    }

    @Override
    public String toString() {
        return Objects.toString(telemetry.getParent());
    }
}
