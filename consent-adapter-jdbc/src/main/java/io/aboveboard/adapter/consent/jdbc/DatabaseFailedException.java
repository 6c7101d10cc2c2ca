package io.aboveboard.adapter.consent.jdbc;

/** A database did not do what it was asked. The message says what is wrong and what to do, and holds no secret. */
final class DatabaseFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Without the failure of the driver as its cause: some drivers quote the whole URL in theirs. */
    DatabaseFailedException(String message) {
        super(message);
    }
}
