package io.aboveboard.testkit.silence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A network of its own, with nothing but loopback, for commands that must be silent: the kernel counts there each packet,
 * each datagram and each connection that anybody attempts, answered or not. A name cannot be looked up there without being
 * noticed, unless {@code /etc/hosts} holds it.
 *
 * <p>Needs Linux, {@code unshare} and {@code nsenter} of util-linux, and the right to use them, as root has; loopback is
 * up only where there is {@code ip} of iproute2. Lasts until it is closed, which ends no command in it. Thread-safe.
 */
public final class NetworkNamespace implements AutoCloseable {
    private static final String HOLD = "ip link set lo up 2>/dev/null; echo ready; read -r nothing";

    private final Process holder;
    private final PacketCounts before;

    private NetworkNamespace(Process holder) throws IOException {
        this.holder = holder;
        this.before = counts();
    }

    /**
     * Makes one.
     *
     * @return the namespace, to be closed by the caller
     * @throws IllegalStateException if this machine does not allow it; it says why
     */
    public static NetworkNamespace open() {
        try {
            Process holder = new ProcessBuilder("unshare", "--net", "sh", "-c", HOLD)
                    .redirectErrorStream(true)
                    .start();
            return heldBy(holder);
        } catch (IOException refused) {
            throw new IllegalStateException("no network namespace: " + refused.getMessage(), refused);
        }
    }

    private static NetworkNamespace heldBy(Process holder) throws IOException {
        String answer = holder.inputReader(StandardCharsets.UTF_8).readLine();
        if (!"ready".equals(answer)) {
            holder.destroy();
            throw new IOException(answer);
        }
        return new NetworkNamespace(holder);
    }

    /**
     * Why this machine does not allow one, for a test that has to skip.
     *
     * @return a sentence; empty where it is allowed
     */
    public static String obstacle() {
        try (NetworkNamespace possible = open()) {
            return possible.holder.isAlive() ? "" : "no network namespace: it did not last";
        } catch (IllegalStateException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /**
     * How to run a command in it; the process is the command's own, with its id and its signals.
     *
     * @param command the command and its arguments
     * @return the command to run instead
     */
    public List<String> inside(List<String> command) {
        List<String> inside = new ArrayList<>(List.of("nsenter", "--net=/proc/" + holder.pid() + "/ns/net"));
        inside.addAll(command);
        return List.copyOf(inside);
    }

    /**
     * Runs a command in it to its end.
     *
     * @param command the command, with its environment and where its output goes; the line of the command is changed
     * @return what was noticed since the namespace was opened
     * @throws UncheckedIOException if the command cannot be started
     * @throws InterruptedException if the waiting thread is interrupted; the command is ended then
     */
    public Silence run(ProcessBuilder command) throws InterruptedException {
        Process process = started(command.command(inside(command.command())));
        try {
            process.waitFor();
        } finally {
            process.destroyForcibly();
        }
        return silence();
    }

    private static Process started(ProcessBuilder command) {
        try {
            return command.start();
        } catch (IOException notThere) {
            throw new UncheckedIOException(notThere);
        }
    }

    /**
     * What was noticed since it was opened, whether or not commands still run in it.
     *
     * @return attempts to reach anybody, loopback included
     * @throws UncheckedIOException if it is closed
     */
    public Silence silence() {
        try {
            return new Silence(counts().since(before), List.of());
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private PacketCounts counts() throws IOException {
        return PacketCounts.in(Path.of("/proc/" + holder.pid() + "/net"));
    }

    @Override
    public void close() {
        holder.destroy();
    }
}
