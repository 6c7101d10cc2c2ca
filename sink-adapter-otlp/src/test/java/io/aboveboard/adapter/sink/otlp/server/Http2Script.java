package io.aboveboard.adapter.sink.otlp.server;

import io.aboveboard.adapter.sink.otlp.server.RawServer.Behaviour;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks just enough HTTP/2 (RFC 9113) to read one request a connection, and remembers the bodies of those it has read.
 * What a connection is answered is up to its behaviour. For servers that do not wait for a request of HTTP/1.1. Thread-safe.
 */
public final class Http2Script {
    private static final byte[] SETTINGS = HexFormat.of().parseHex("000000040000000000");
    private static final byte[] SETTINGS_SEEN = HexFormat.of().parseHex("000000040100000000");

    /** The last stream that was looked at is none, and there was no error. */
    private static final byte[] GO_AWAY = HexFormat.of().parseHex("000008070000000000" + "00000000" + "00000000");

    /** The headers of the first stream, which they end: the one field that the static table knows as ":status 204". */
    private static final byte[] NO_CONTENT = HexFormat.of().parseHex("000001010500000001" + "89");

    private static final int PREFACE = 24;
    private static final int DATA = 0;
    private static final int END_OF_STREAM = 1;

    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();

    /** The bodies that were read to their end, in their order. */
    public List<byte[]> bodies() {
        return List.copyOf(bodies);
    }

    /** Agrees on its settings, and is never heard of again, as if something between the two had forgotten the connection. */
    public Behaviour goesSilent() {
        return (socket, out) -> {
            out.write(SETTINGS);
            out.flush();
        };
    }

    /** Acknowledges one request with 204. */
    public Behaviour acknowledges() {
        return answers(NO_CONTENT);
    }

    /** Reads one request, says that it has not looked at it, and sends the client away. */
    public Behaviour goesAwayAfterARequest() {
        Behaviour goesAway = answers(GO_AWAY);
        return (socket, out) -> {
            goesAway.on(socket, out);
            socket.close();
        };
    }

    private Behaviour answers(byte[] frame) {
        return (socket, out) -> {
            out.write(SETTINGS);
            out.flush();
            bodies.add(readRequest(socket.getInputStream()));
            out.write(SETTINGS_SEEN);
            out.write(frame);
            out.flush();
        };
    }

    private static byte[] readRequest(InputStream connection) throws IOException {
        DataInputStream in = new DataInputStream(connection);
        in.readFully(new byte[PREFACE]);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean ended = false;
        while (!ended) {
            ended = readFrame(in, body);
        }
        return body.toByteArray();
    }

    /** Whether this was the last frame of the request. */
    private static boolean readFrame(DataInputStream in, ByteArrayOutputStream body) throws IOException {
        byte[] payload = new byte[in.readUnsignedShort() << Byte.SIZE | in.readUnsignedByte()];
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        in.readInt();
        in.readFully(payload);
        if (type == DATA) {
            body.writeBytes(payload);
        }
        return type == DATA && (flags & END_OF_STREAM) != 0;
    }
}
