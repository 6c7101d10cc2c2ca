package io.aboveboard.testkit.silence;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Watches a block of code in this JVM for anything that telemetry which is off must not do: start a thread of its own,
 * create, change or remove a file, open a socket, let a packet out. For a host's own build:
 *
 * <pre>{@code
 * SilenceCheck.ofThisJvm().watching(stateDir).assertSilent(() -> {
 *     try (Aboveboard aboveboard = startAsTheHostDoes()) {
 *         aboveboard.telemetry().track("timer.started", UserId.of(42), Map.of());
 *     }
 * });
 * }</pre>
 *
 * <p>Threads are those whose names begin with {@code aboveboard}, Quartz's for the heartbeat included. Sockets are looked
 * for in {@code /proc/self/fd}, all through the block, so that one which lives shorter than a look may be missed. Nothing
 * is missed where the network namespace has nothing but loopback, as below {@code unshare --net}: there the kernel's own
 * counters tell of each attempt. What other threads of the JVM do to sockets and to these folders meanwhile counts too.
 *
 * <p>Immutable and thread-safe.
 */
public final class SilenceCheck {
    private static final System.Logger LOGGER = System.getLogger(SilenceCheck.class.getName());

    private final List<Path> folders;

    private SilenceCheck(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * A check that watches threads and sockets.
     *
     * @return the check
     */
    public static SilenceCheck ofThisJvm() {
        return new SilenceCheck(List.of());
    }

    /**
     * A check that watches folders too, with all that is below them.
     *
     * @param more the folders, which need not exist
     * @return another check
     */
    public SilenceCheck watching(Path... more) {
        List<Path> all = new ArrayList<>(folders);
        all.addAll(List.of(more));
        return new SilenceCheck(all);
    }

    /**
     * Runs a block and watches it. What the block throws is thrown on.
     *
     * @param block what should be silent
     * @return what was noticed
     * @throws java.io.UncheckedIOException if a folder cannot be read
     */
    public Silence during(Runnable block) {
        Objects.requireNonNull(block, "block");
        loadTheNetwork();
        FolderContents files = FolderContents.of(folders);
        PacketCounts packets = PacketCounts.ofThisProcess();
        Set<String> noticed;
        try (Lookout lookout = Lookout.begin()) {
            block.run();
            noticed = lookout.end();
        }
        List<String> breaches = new ArrayList<>(noticed);
        breaches.addAll(FolderContents.of(folders).differencesFrom(files));
        breaches.addAll(PacketCounts.ofThisProcess().since(packets));
        return new Silence(breaches, blindSpots());
    }

    /**
     * Runs a block and fails where it is not silent. What the block throws is thrown on. What could not be watched on this
     * machine is logged as a warning and returned, so that a test which needs all of it can demand that.
     *
     * @param block what should be silent
     * @return what was noticed, which is nothing, and what could not be watched
     * @throws AssertionError if it is not silent; it tells all that was noticed
     * @throws java.io.UncheckedIOException if a folder cannot be read
     */
    public Silence assertSilent(Runnable block) {
        Silence silence = during(block);
        silence.blindSpots()
                .forEach(blind -> LOGGER.log(System.Logger.Level.WARNING, "silent as far as seen: " + blind));
        silence.assertKept();
        return silence;
    }

    /** The JVM opens sockets to learn what the machine can do, once: not during the watch. */
    private static void loadTheNetwork() {
        InetAddress.getLoopbackAddress();
        OpenSockets.now();
    }

    private static List<String> blindSpots() {
        List<String> blind = new ArrayList<>();
        if (!OpenSockets.canBeSeen()) {
            blind.add("sockets could not be watched: there is no /proc/self/fd");
        }
        if (!PacketCounts.areOwn()) {
            blind.add("packets could not be counted: the network is shared with others; see unshare --net");
        }
        return blind;
    }
}
