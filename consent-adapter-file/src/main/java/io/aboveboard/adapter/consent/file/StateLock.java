package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * One writer at a time, across threads and processes. A lock file of its own serves, since the files it guards are
 * replaced; it is never removed and holds the number of the process that took it last. Thread-safe; reentrant. It does
 * not hold between two class loaders of one JVM.
 */
final class StateLock {
    /** Longer than a holder may wait for a half-written file of the host to be completed. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Beyond the content, so that it can be read where locks are mandatory. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private static final Pattern PROCESS_ID = Pattern.compile("[0-9]{1,10}");
    private static final int LONGEST_CONTENT = 64;

    private final Path file;
    private final Pauser pauser;
    private final Duration patience;

    StateLock(Path file, Pauser pauser) {
        this(file, pauser, PATIENCE);
    }

    StateLock(Path file, Pauser pauser, Duration patience) {
        this.file = file;
        this.pauser = pauser;
        this.patience = patience;
    }

    /**
     * Does something while nobody else may; the folder of the lock exists.
     *
     * @throws StateLockedException if others hold the lock for too long
     */
    <T> T whileHeld(FileOperation<T> operation) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent(), "parent").toRealPath();
        JvmLock within = JvmLock.of(folder.resolve(file.getFileName()));
        take(within);
        try {
            return within.getHoldCount() == 1 ? whileLocked(operation) : operation.run();
        } finally {
            within.unlock();
        }
    }

    private void take(JvmLock within) throws IOException {
        try {
            if (!within.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StateLockedException(file, within.holder(), patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }

    private <T> T whileLocked(FileOperation<T> operation) throws IOException {
        try (FileChannel opened = open()) {
            if (!isLocked(opened)) {
                throw new StateLockedException(file, holder(), patience);
            }
            sign(opened);
            return operation.run();
        }
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                StateDirectory.privateTo(file, "rw-------"));
    }

    private boolean isLocked(FileChannel opened) throws IOException {
        Patience left = new Patience(pauser, patience);
        while (tryLock(opened) == null) {
            if (!left.waits()) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable FileLock tryLock(FileChannel opened) throws IOException {
        try {
            return opened.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException byAnotherClassLoader) {
            return null;
        }
    }

    /** Leaves a note of who holds it; on a full disk it is held without. */
    private void sign(FileChannel opened) throws IOException {
        Ownership.ofParent(file).ifPresent(folder -> folder.isGivenTo(file));
        byte[] signature = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            opened.write(ByteBuffer.wrap(signature), 0);
            opened.truncate(signature.length);
        } catch (ClosedChannelException lost) {
            throw lost;
        } catch (IOException full) {
            System.getLogger(StateLock.class.getName())
                    .log(System.Logger.Level.DEBUG, "the lock file could not be signed", full);
        }
    }

    private String holder() {
        try {
            byte[] content = FileContent.of(file, LONGEST_CONTENT).orElse(new byte[0]);
            String id = new String(content, StandardCharsets.US_ASCII).strip();
            return PROCESS_ID.matcher(id).matches() ? "process " + id : "another process";
        } catch (UnreadableFileException notOurs) {
            return "another process";
        }
    }
}
