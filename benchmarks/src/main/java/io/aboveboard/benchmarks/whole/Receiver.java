package io.aboveboard.benchmarks.whole;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The receiver, in a process of its own, as lean as it can be: takes every export, counts its log records and bytes, and
 * remembers when the last one came. {@code GET /} tells the counts: records, bytes on the wire, nanoseconds of the last.
 */
final class Receiver {
    private static final byte[] ACCEPTED =
            "HTTP/1.1 200 OK\r\nContent-Type: application/x-protobuf\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII);

    private final AtomicLong records = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong lastAt = new AtomicLong();

    private Receiver() {}

    /** Prints its port, and serves until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Receiver receiver = new Receiver();
        daemon(() -> receiver.accept(server));
        System.out.println(server.getLocalPort());
        while (System.in.read() >= 0) {
            // Nothing is said; its end is the end.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket server) {
        try {
            while (true) {
                Socket socket = server.accept();
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            OutputStream out = socket.getOutputStream();
            for (HttpRequest next = HttpRequest.read(in); next != null; next = HttpRequest.read(in)) {
                out.write(next.isPost() ? take(next) : tell());
                out.flush();
            }
        } catch (IOException hungUp) {
            // The other side may end when it likes.
        }
    }

    private byte[] take(HttpRequest export) throws IOException {
        records.addAndGet(LogRecords.count(export.message()));
        bytes.addAndGet(export.length());
        lastAt.set(System.nanoTime());
        return ACCEPTED;
    }

    private byte[] tell() {
        String counts = records.get() + " " + bytes.get() + " " + lastAt.get();
        return ("HTTP/1.1 200 OK\r\nContent-Length: " + counts.length() + "\r\n\r\n" + counts)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
