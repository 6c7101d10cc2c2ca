package io.aboveboard.adapter.sink.otlp.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on loopback that reads one request a connection and then misbehaves as it is told. Closed by who starts it. */
final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final boolean patient;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore hungUp = new Semaphore(0);

    /** What the server does with a connection once it has read a request. */
    interface Behaviour {
        void on(Socket socket, OutputStream out) throws IOException;
    }

    private RawServer(ServerSocket server, Behaviour behaviour, boolean patient) {
        this.server = server;
        this.behaviour = behaviour;
        this.patient = patient;
    }

    /** Writes this text and then nothing, and keeps the connection open. */
    static Behaviour says(String text) {
        return says(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    static Behaviour says(byte[] bytes) {
        return (socket, out) -> {
            out.write(bytes);
            out.flush();
        };
    }

    static RawServer start(Behaviour behaviour) {
        return start(ServerSocketFactory.getDefault(), behaviour, true);
    }

    /** One that does not wait for a request. */
    static RawServer startImpatient(Behaviour behaviour) {
        return start(ServerSocketFactory.getDefault(), behaviour, false);
    }

    static RawServer start(ServerSocketFactory sockets, Behaviour behaviour) {
        return start(sockets, behaviour, true);
    }

    private static RawServer start(ServerSocketFactory sockets, Behaviour behaviour, boolean patient) {
        try {
            ServerSocket server = sockets.createServerSocket(0, 200, InetAddress.getLoopbackAddress());
            RawServer started = new RawServer(server, behaviour, patient);
            daemon(started::accept);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many requests were read to their end. */
    int requests() {
        return requests.get();
    }

    URI endpoint(String scheme) {
        return URI.create(scheme + "://localhost:" + server.getLocalPort() + "/v1/logs");
    }

    /** How many connections were opened so far. */
    int accepted() {
        return accepted.get();
    }

    /** Waits until a request was read to its end. */
    boolean awaitRequest() throws InterruptedException {
        return arrived.tryAcquire(20, TimeUnit.SECONDS);
    }

    /** Waits until so many clients have closed their connection. */
    boolean awaitHangUps(int count) throws InterruptedException {
        return hungUp.tryAcquire(count, 20, TimeUnit.SECONDS);
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
            InputStream in = new BufferedInputStream(socket.getInputStream());
            if (patient) {
                readRequest(in);
                requests.incrementAndGet();
                arrived.release();
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

    private static void readRequest(InputStream in) throws IOException {
        int length = 0;
        for (String line = readLine(in); !line.isBlank(); line = readLine(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
        }
        in.readNBytes(length);
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

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }
}
