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
     * @param reason which step failed, and how; safe to show
     */
    record Unanswered(String reason) implements Exchange {}
}
