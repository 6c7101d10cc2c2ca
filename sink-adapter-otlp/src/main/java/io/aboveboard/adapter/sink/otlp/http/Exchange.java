package io.aboveboard.adapter.sink.otlp.http;

/** What came of one request. */
public sealed interface Exchange {
    /**
     * The server answered.
     *
     * @param answer with what
     */
    record Answered(ServerAnswer answer) implements Exchange {}

    /**
     * There was no answer.
     *
     * @param step which step failed
     * @param reason how; safe to show
     */
    record Unanswered(Step step, String reason) implements Exchange {}

    /** The steps of an exchange, in their order. */
    enum Step {
        /** Looking up the name of the host, or of the proxy. */
        NAME,
        /** Connecting to it. */
        CONNECTION,
        /** Agreeing on encryption, and checking who it is. */
        TLS,
        /** Getting an answer. */
        ANSWER
    }
}
