package io.aboveboard.bootstrap.http.guard;

import io.aboveboard.bootstrap.status.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Why a request is not answered as it wished, for a program and for whoever reads its log. Says nothing of the request.
 *
 * @param status the HTTP status
 * @param code the reason for a program, stable
 * @param message the reason in words, and what to do
 * @param retrySeconds after how many seconds it may be tried again, 0 where that is not the point
 */
public record Refusal(int status, String code, String message, long retrySeconds) {
    private static final int LONGEST_HEAD = 8;

    /**
     * A refusal.
     *
     * @param status the HTTP status
     * @param code the reason for a program
     * @param message the reason in words
     * @return the refusal
     */
    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, 0);
    }

    /**
     * A refusal for now.
     *
     * @param seconds after how many seconds it may be tried again
     * @return the refusal
     */
    public Refusal until(long seconds) {
        return new Refusal(status, code, message, seconds);
    }

    /**
     * Its form on the wire.
     *
     * @return {@code {"error":{"code","message"}}}
     */
    public byte[] body() {
        var document = Json.object();
        document.putObject("error").put("code", code).put("message", message);
        return (Json.text(document) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Its form on the wire where OTLP is spoken as protobuf: a {@code google.rpc.Status}.
     *
     * @return field 1 the code of gRPC, field 2 the message
     */
    public byte[] protobuf() {
        byte[] text = (code + ": " + message).getBytes(StandardCharsets.UTF_8);
        ByteBuffer status = ByteBuffer.allocate(LONGEST_HEAD + text.length);
        status.put((byte) 0x08).put(rpcCode()).put((byte) 0x12);
        int length = text.length;
        while (length >= 0x80) {
            status.put((byte) (length | 0x80));
            length >>>= 7;
        }
        status.put((byte) length).put(text);
        return Arrays.copyOf(status.array(), status.position());
    }

    /** As the OTLP specification, and the mapping of gRPC to HTTP, have them. */
    private byte rpcCode() {
        return switch (status) {
            case 400, 415 -> 3;
            case 401 -> 16;
            case 403 -> 7;
            case 404 -> 5;
            case 405 -> 12;
            case 408 -> 4;
            case 413, 429 -> 8;
            case 503 -> 14;
            default -> 13;
        };
    }
}
