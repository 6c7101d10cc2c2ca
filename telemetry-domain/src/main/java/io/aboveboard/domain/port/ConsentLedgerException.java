package io.aboveboard.domain.port;

/** The one failure of {@link ConsentLedger}: the receipts could not be read or written. Its message says what, where and what to do, and holds no secret. */
public final class ConsentLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure without a cause worth keeping.
     *
     * @param message what failed, where, and what to do
     */
    public ConsentLedgerException(String message) {
        super(message);
    }

    /**
     * A failure with its cause.
     *
     * @param message what failed, where, and what to do
     * @param cause what caused it
     */
    public ConsentLedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
