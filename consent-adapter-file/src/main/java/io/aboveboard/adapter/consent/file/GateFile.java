package io.aboveboard.adapter.consent.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.ConsentGate;
import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The gate of one state folder as this JVM holds it towards other processes. A file lock holds for a whole JVM, and closing
 * any channel of its file gives it up: so all threads share one channel, which the first opens and the last closes, and
 * nobody else ever opens the file. The channel is one that an interrupt does not close, for others may rely on it.
 *
 * <p>Two bytes are locked: everybody who comes in must pass the turnstile, which a waiting decision keeps shut, so that
 * those inside only get fewer. The lock file is never removed; a killed process gives its locks back. Thread-safe.
 */
final class GateFile {
    /** Beyond any content, as where locks are mandatory. */
    private static final long TURNSTILE = Long.MAX_VALUE - 2;

    private static final long GATE = Long.MAX_VALUE - 1;

    /** For whoever only comes in beside others: also where nothing may be written. */
    static final Set<OpenOption> LOOKING = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    static final Set<OpenOption> CREATING = Set.of(
            StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private static final ConcurrentMap<Path, GateFile> BY_FILE = new ConcurrentHashMap<>();

    private final ConsentGate within;
    private final ReentrantLock mutex = new ReentrantLock();
    private @Nullable AsynchronousFileChannel opened;
    private int holders;

    private GateFile(Duration patience) {
        this.within = ConsentGate.withinProcess(patience);
    }

    /**
     * The one of a gate file within this JVM.
     *
     * @param file its real path
     * @param patience how long one thread waits for another, unless it is known already
     */
    static GateFile of(Path file, Duration patience) {
        return BY_FILE.computeIfAbsent(file, unused -> new GateFile(patience));
    }

    /** Between the threads of this JVM; to be passed first. */
    ConsentGate within() {
        return within;
    }

    /**
     * Comes in beside others.
     *
     * @param file where it stands; opened by the first
     * @param how with what it is opened
     * @return false while a decision of another process waits or is taken
     */
    boolean isEntered(Path file, Set<OpenOption> how) throws IOException {
        mutex.lock();
        try {
            AsynchronousFileChannel channel = opened == null ? open(file, how) : opened;
            opened = channel;
            boolean isIn = isPassed(channel);
            holders += isIn ? 1 : 0;
            return isIn;
        } finally {
            closeUnlessHeld();
            mutex.unlock();
        }
    }

    private boolean isPassed(AsynchronousFileChannel channel) throws IOException {
        FileLock turnstile = tryLock(channel, TURNSTILE, true);
        if (turnstile == null) {
            return false;
        }
        try {
            return holders > 0 || tryLock(channel, GATE, true) != null;
        } finally {
            turnstile.release();
        }
    }

    /** Goes out again; the last closes the door. */
    void leave() {
        mutex.lock();
        try {
            holders--;
        } finally {
            closeUnlessHeld();
            mutex.unlock();
        }
    }

    private void closeUnlessHeld() {
        if (holders == 0) {
            close(opened);
            opened = null;
        }
    }

    /**
     * Shuts the turnstile and waits until everybody has gone. Only while no thread of this JVM is inside.
     *
     * @return what to close afterwards
     * @throws GateBusyException if others stay for too long
     */
    AsynchronousFileChannel isolate(Path file, Patience patience, Duration total) throws IOException {
        AsynchronousFileChannel channel = open(file, CREATING);
        boolean isAlone = false;
        try {
            Ownership.ofParent(file).ifPresent(folder -> folder.isGivenTo(file));
            await(channel, TURNSTILE, patience, total);
            await(channel, GATE, patience, total);
            isAlone = true;
            return channel;
        } finally {
            if (!isAlone) {
                close(channel);
            }
        }
    }

    private static void await(AsynchronousFileChannel channel, long place, Patience patience, Duration total)
            throws IOException {
        while (tryLock(channel, place, false) == null) {
            if (!patience.waits()) {
                throw new GateBusyException("is still storing or handing over records", total);
            }
        }
    }

    private static AsynchronousFileChannel open(Path file, Set<OpenOption> how) throws IOException {
        return AsynchronousFileChannel.open(file, how, null, StateDirectory.privateTo(file, "rw-------"));
    }

    static void close(@Nullable AsynchronousFileChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException unheard) {
            System.getLogger(GateFile.class.getName())
                    .log(System.Logger.Level.DEBUG, "the gate file could not be closed", unheard);
        }
    }

    private static @Nullable FileLock tryLock(AsynchronousFileChannel channel, long place, boolean shared)
            throws IOException {
        try {
            return channel.tryLock(place, 1, shared);
        } catch (OverlappingFileLockException byAnotherClassLoader) {
            return null;
        }
    }
}
