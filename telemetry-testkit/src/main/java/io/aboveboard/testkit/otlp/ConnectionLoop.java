package io.aboveboard.testkit.otlp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Accepts connections and serves each on a daemon thread of its own, until closed. */
final class ConnectionLoop implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private final ServerSocket server;
    private final int port;
    private final ConnectionHandler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "recording-otlp-receiver");
        thread.setDaemon(true);
        return thread;
    });

    ConnectionLoop(ServerSocket server, ConnectionHandler handler) {
        this.server = server;
        this.port = server.getLocalPort();
        this.handler = handler;
    }

    void start() {
        threads.execute(this::acceptUntilClosed);
    }

    int port() {
        return port;
    }

    int accepted() {
        return accepted.get();
    }

    private void acceptUntilClosed() {
        while (!server.isClosed()) {
            try {
                accept(server.accept());
            } catch (IOException closedOrAborted) {
                // A closed server ends the loop; a connection that was aborted before it was accepted is no concern.
            }
        }
    }

    private void accept(Socket socket) throws IOException {
        accepted.incrementAndGet();
        open.add(socket);
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException closed) {
            socket.close();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            handler.serve(socket);
        } catch (IOException gone) {
            // The client went away or spoke no HTTP; what it had sent completely is recorded.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            threads.shutdownNow();
            for (Socket socket : open) {
                socket.close();
            }
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done with one connection; it is closed afterwards. */
    interface ConnectionHandler {
        void serve(Socket socket) throws IOException, InterruptedException;
    }
}
