package io.aboveboard.testkit.loki;

import java.util.Locale;

/** The ways in which a Loki has too much to do. Each refuses a whole request, and nothing of it is stored. */
public enum LokiOverload {
    /** The tenant sends more than it may. */
    RATE_LIMITED("Ingestion rate limit exceeded for user fake, reduce log volume"),
    /** One stream gets more than it may. */
    PER_STREAM_RATE_LIMIT("Per stream rate limit exceeded, consider splitting a stream via additional labels"),
    /** There are more streams than there may be. */
    STREAM_LIMIT("Maximum active stream limit exceeded, reduce the number of active streams");

    private final String message;

    LokiOverload(String message) {
        this.message = message;
    }

    /**
     * The name under which Loki counts it.
     *
     * @return such as {@code rate_limited}
     */
    public String reason() {
        return name().toLowerCase(Locale.ROOT);
    }

    String message() {
        return message;
    }
}
