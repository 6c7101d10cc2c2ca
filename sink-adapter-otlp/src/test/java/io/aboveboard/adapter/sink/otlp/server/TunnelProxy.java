package io.aboveboard.adapter.sink.otlp.server;

import static io.aboveboard.adapter.sink.otlp.server.RawServer.ascii;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy that tunnels, whatever host it is asked for, to one port of loopback; to those who identify themselves
 * where it asks them to.
 */
public final class TunnelProxy implements AutoCloseable {
    private final RawServer server;
    private final int target;
    private final Set<String> wanted;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private TunnelProxy(int target, Set<String> wanted) {
        this.target = target;
        this.wanted = wanted;
        this.server = RawServer.startImpatient(this::serve);
    }

    /** One that lets everybody through. */
    public static TunnelProxy to(int target) {
        return new TunnelProxy(target, Set.of());
    }

    /** One that lets those through who send this header. */
    public static TunnelProxy asking(int target, String authorization) {
        return new TunnelProxy(target, Set.of(authorization));
    }

    /** One that opens the tunnel, and dies as soon as something comes through it. */
    public static RawServer dyingWithinTheTunnel() {
        return RawServer.start((socket, out) -> {
            out.write(ascii("HTTP/1.1 200 Tunnel\r\n\r\n"));
            out.flush();
            socket.getInputStream().read();
            Misbehaviours.resets().on(socket, out);
        });
    }

    public int port() {
        return server.port();
    }

    public int accepted() {
        return server.accepted();
    }

    /** What it was asked, a line each. */
    public String heads() {
        return String.join("", heads);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve(Socket client, OutputStream out) throws IOException {
        String head = head(client.getInputStream());
        heads.add(head);
        if (!wanted.isEmpty() && wanted.stream().noneMatch(head::contains)) {
            out.write(ascii("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n"));
            return;
        }
        try (Socket far = new Socket(InetAddress.getLoopbackAddress(), target)) {
            out.write(ascii("HTTP/1.1 200 Tunnel\r\n\r\n"));
            RawServer.daemon(() -> pump(far, client));
            client.getInputStream().transferTo(far.getOutputStream());
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException hungUp) {
            // One of the two is gone, and so is the tunnel.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.append((char) c);
            if (head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        throw new IOException("no whole request");
    }
}
