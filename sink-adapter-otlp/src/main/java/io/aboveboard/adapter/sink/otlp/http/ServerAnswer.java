package io.aboveboard.adapter.sink.otlp.http;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One HTTP answer as the server gave it. Immutable. */
public final class ServerAnswer {
    private final int status;
    private final Map<String, String> headers;
    private final Body completeness;
    private final byte[] body;

    /** How much of the body there is. */
    public enum Body {
        /** All of it. */
        WHOLE,
        /** None: it is longer than anything this client reads. */
        OVERSIZED,
        /** None: it broke off, did not end in time or was not encoded as declared. */
        BROKEN
    }

    /**
     * An answer with its body.
     *
     * @param headers the first value of each, whatever the spelling of its name
     */
    public ServerAnswer(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, Body.WHOLE, body.clone());
    }

    private ServerAnswer(int status, Map<String, String> headers, Body completeness, byte[] body) {
        this.status = status;
        this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.headers.putAll(headers);
        this.completeness = completeness;
        this.body = body;
    }

    /** An answer whose body cannot be had. */
    public static ServerAnswer without(Body completeness, int status, Map<String, String> headers) {
        return new ServerAnswer(status, headers, completeness, new byte[0]);
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** The value of a header, trimmed; empty where the server did not set it. */
    public String header(String name) {
        return headers.getOrDefault(name, "").trim();
    }

    /** The media type without its parameters, in lower case; empty where none is declared. */
    public String mediaType() {
        return header("Content-Type").split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
    }

    /** How much of the body there is. */
    public Body completeness() {
        return completeness;
    }

    /** The body, decoded; empty where it cannot be had. */
    public byte[] body() {
        return body.clone();
    }
}
