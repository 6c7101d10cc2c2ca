package io.aboveboard.adapter.sink.otlp.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A server on loopback that reads one request a connection and then misbehaves as it is told, over plain sockets or TLS.
 * It counts what it was given. Closed by who starts it.
 */
public final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final Patience patience;
    private final AtomicInteger accepted = new AtomicInteger();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore hungUp = new Semaphore(0);

    /** What the server does with a connection once it has read a request. */
    public interface Behaviour {
        void on(Socket socket, OutputStream out) throws IOException;
    }

    /** What it waits for before it answers. */
    private enum Patience {
        FOR_A_REQUEST,
        FOR_A_BYTE,
        NONE
    }

    /** What was read, each byte as the character of its value. */
    private record Request(String head, String body) {}

    private RawServer(ServerSocket server, Behaviour behaviour, Patience patience) {
        this.server = server;
        this.behaviour = behaviour;
        this.patience = patience;
    }

    public static RawServer start(Behaviour behaviour) {
        return start(ServerSocketFactory.getDefault(), behaviour, Patience.FOR_A_REQUEST);
    }

    /** One that answers the first byte, whatever it is: a client that is sent away has been heard. */
    public static RawServer startAtTheFirstByte(Behaviour behaviour) {
        return start(ServerSocketFactory.getDefault(), behaviour, Patience.FOR_A_BYTE);
    }

    /** One that does not wait for a request. */
    public static RawServer startImpatient(Behaviour behaviour) {
        return start(ServerSocketFactory.getDefault(), behaviour, Patience.NONE);
    }

    public static RawServer start(ServerSocketFactory sockets, Behaviour behaviour) {
        return start(sockets, behaviour, Patience.FOR_A_REQUEST);
    }

    public static RawServer startImpatient(ServerSocketFactory sockets, Behaviour behaviour) {
        return start(sockets, behaviour, Patience.NONE);
    }

    private static RawServer start(ServerSocketFactory sockets, Behaviour behaviour, Patience patience) {
        try {
            ServerSocket server = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
            RawServer started = new RawServer(server, behaviour, patience);
            daemon(started::accept);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI endpoint(String scheme) {
        return URI.create(scheme + "://localhost:" + port() + "/v1/logs");
    }

    /** How many requests were read to their end. */
    public int requests() {
        return requests.size();
    }

    /** The request lines and headers of those requests, a line each. */
    public List<String> heads() {
        return requests.stream().map(Request::head).toList();
    }

    /** The bodies of those requests as they were sent. */
    public List<byte[]> bodies() {
        return requests.stream().map(request -> ascii(request.body())).toList();
    }

    /** How many connections were opened so far. */
    public int accepted() {
        return accepted.get();
    }

    /** How many bytes clients have sent in all, those of the TLS handshake apart. */
    public long bytes() {
        return received.size();
    }

    /** Those bytes, each as the character of its value. */
    public String received() {
        return received.toString(StandardCharsets.ISO_8859_1);
    }

    /** Waits until a request was read to its end. */
    public boolean awaitRequest() throws InterruptedException {
        return arrived.tryAcquire(20, TimeUnit.SECONDS);
    }

    /** Waits until so many clients have closed their connection. */
    public boolean awaitHangUps(int count) throws InterruptedException {
        return hungUp.tryAcquire(count, 20, TimeUnit.SECONDS);
    }

    /** How many connections have ended that nobody has waited for yet. */
    public int hangUps() {
        return hungUp.availablePermits();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                accepted.incrementAndGet();
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(new Counted(socket.getInputStream()));
            switch (patience) {
                case FOR_A_REQUEST -> {
                    requests.add(readRequest(in));
                    arrived.release();
                }
                case FOR_A_BYTE -> {
                    if (in.read() < 0) {
                        return;
                    }
                }
                case NONE -> {}
            }
            behaviour.on(socket, socket.getOutputStream());
            while (!socket.isClosed() && in.read() >= 0) {
                // Until the client hangs up.
            }
        } catch (IOException broken) {
            // That is a way of hanging up too.
        } finally {
            hungUp.release();
        }
    }

    static Request readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int length = 0;
        for (String line = readLine(in); !line.isBlank(); line = readLine(in)) {
            head.append(line).append('\n');
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        return new Request(head.toString(), new String(in.readNBytes(length), StandardCharsets.ISO_8859_1));
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("no whole request");
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            received.write(target, from, Math.max(read, 0));
            return read;
        }
    }
}
