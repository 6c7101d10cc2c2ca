package io.aboveboard.bootstrap.demo;

/** A request that the receiver does not take. Its message is meant for the sender. */
final class RefusedRequestException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedRequestException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
