package io.aboveboard.adapter.sink.otlp.tls;

/** A PEM file that cannot be used. The message says why and what to do, and quotes nothing of the file. */
public final class PemException extends Exception {
    private static final long serialVersionUID = 1L;

    PemException(String message) {
        super(message);
    }
}
