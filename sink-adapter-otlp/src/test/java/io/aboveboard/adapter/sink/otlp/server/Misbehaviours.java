package io.aboveboard.adapter.sink.otlp.server;

import static io.aboveboard.adapter.sink.otlp.server.RawServer.ascii;

import io.aboveboard.adapter.sink.otlp.server.RawServer.Behaviour;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;

/** What servers, and whatever stands before them, do instead of answering. */
public final class Misbehaviours {
    /** A fatal alert, protocol_version: what a server says that knows no version the client offers. */
    private static final byte[] NO_SUCH_VERSION = HexFormat.of().parseHex("15030100020246");

    /** A server's hello that chooses TLS 1.0, and AES 128 CBC. */
    private static final byte[] TLS_1_0 =
            HexFormat.of().parseHex("160301002a020000260301" + "5a".repeat(32) + "00" + "002f" + "00");

    private Misbehaviours() {}

    /** Writes this text and then nothing, and keeps the connection open. */
    public static Behaviour says(String text) {
        return says(ascii(text));
    }

    /** Writes these bytes and then nothing, and keeps the connection open. */
    public static Behaviour says(byte[] bytes) {
        return (socket, out) -> {
            out.write(bytes);
            out.flush();
        };
    }

    /** Writes this text and closes the connection. */
    public static Behaviour saysAndHangsUp(String text) {
        return (socket, out) -> {
            out.write(ascii(text));
            out.flush();
            socket.close();
        };
    }

    /** Answers nothing, and takes what comes. */
    public static Behaviour isSilent() {
        return (socket, out) -> {};
    }

    /** Resets the connection. */
    public static Behaviour resets() {
        return (socket, out) -> {
            socket.setSoLinger(true, 0);
            socket.close();
        };
    }

    /** Begins a success and then sends a byte now and then, for ever. */
    public static Behaviour drips() {
        return (socket, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
            drip(out);
        };
    }

    /** Begins a success whose body has no end, as fast as it is read. */
    public static Behaviour neverEnds() {
        return (socket, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n"));
            byte[] chunk = new byte[64 * 1024];
            while (!socket.isClosed()) {
                out.write(chunk);
            }
        };
    }

    /** Begins a success whose headers have no end, as fast as they are read. */
    public static Behaviour headersNeverEnd() {
        return (socket, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n"));
            byte[] more = ascii(("X-More: " + "x".repeat(1_000) + "\r\n").repeat(50));
            while (!socket.isClosed()) {
                out.write(more);
            }
        };
    }

    /** Answers a hello as a server does that speaks TLS 1.0 and has been told that the client does not. */
    public static Behaviour knowsNoVersionThatIsOffered() {
        return says(NO_SUCH_VERSION);
    }

    /** Answers a hello by choosing TLS 1.0, whatever was offered. */
    public static Behaviour choosesTls10() {
        return says(TLS_1_0);
    }

    /** Treats each connection as the next of these tells, and those after the last as the last. */
    public static Behaviour inTurn(Behaviour... behaviours) {
        AtomicInteger connections = new AtomicInteger();
        return (socket, out) ->
                behaviours[Math.min(connections.getAndIncrement(), behaviours.length - 1)].on(socket, out);
    }

    /** Treats connections by what was agreed on within TLS. */
    public static Behaviour byProtocol(Behaviour overHttp2, Behaviour otherwise) {
        return (socket, out) -> {
            SSLSocket tls = (SSLSocket) socket;
            tls.startHandshake();
            ("h2".equals(tls.getApplicationProtocol()) ? overHttp2 : otherwise).on(socket, out);
        };
    }

    /** Reads a request of HTTP/1.1 and acknowledges it; for servers that do not wait for one. */
    public static Behaviour acknowledgesARequest() {
        return (socket, out) -> {
            RawServer.readRequest(socket.getInputStream());
            out.write(ascii("HTTP/1.1 204 No Content\r\n\r\n"));
            out.flush();
        };
    }

    private static void drip(OutputStream out) throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try {
            while (!never.await(20, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
