package io.aboveboard.bootstrap.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port of loopback where a connection is neither accepted nor refused: its queue is full, and nobody empties it. */
final class BlackHole implements AutoCloseable {
    private static final int MOST = 100;
    private static final int MILLIS = 300;

    private final ServerSocket server;
    private final List<Socket> waiting = new ArrayList<>();

    private BlackHole() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    static BlackHole open() throws IOException {
        BlackHole hole = new BlackHole();
        while (hole.hasRoom()) {
            if (hole.waiting.size() > MOST) {
                throw new IOException("there is no end to the queue");
            }
        }
        return hole;
    }

    private boolean hasRoom() throws IOException {
        Socket socket = new Socket();
        waiting.add(socket);
        try {
            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), MILLIS);
            return true;
        } catch (SocketTimeoutException full) {
            return false;
        }
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : waiting) {
            socket.close();
        }
        server.close();
    }
}
