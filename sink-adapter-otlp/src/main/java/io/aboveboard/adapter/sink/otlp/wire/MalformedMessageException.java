package io.aboveboard.adapter.sink.otlp.wire;

import java.io.IOException;

/** Bytes that are no message of the expected kind. */
public final class MalformedMessageException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedMessageException(String message) {
        super(message);
    }
}
