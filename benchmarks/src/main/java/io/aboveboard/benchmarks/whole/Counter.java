package io.aboveboard.benchmarks.whole;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Asks a {@link Receiver} what has arrived. */
final class Counter {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long LOOK_AGAIN_NANOS = 2_000_000;

    private final int port;

    Counter(int port) {
        this.port = port;
    }

    /**
     * What has arrived.
     *
     * @param lastAt by {@link System#nanoTime}, which all processes of a machine share
     */
    record Arrived(long records, long bytes, long lastAt) {}

    Arrived now() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return parse(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arrived parse(InputStream in) throws IOException {
        String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        String[] counts = answer.substring(answer.lastIndexOf('\n') + 1).split(" ", -1);
        return new Arrived(Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2]));
    }

    /** Waits until so many records have arrived. */
    Arrived await(long records) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Arrived arrived = now();
        while (arrived.records() < records) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(arrived.records() + " of " + records + " records arrived");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            arrived = now();
        }
        return arrived;
    }
}
