package io.aboveboard.domain.port;

/** The one failure of {@link TelemetrySink}: the sink cannot work at all, for instance because a library it needs is too old. Its message says what, where and what to do, and holds no secret. */
public final class TelemetrySinkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A failure without a cause worth keeping.
     *
     * @param message what failed, where, and what to do
     */
    public TelemetrySinkException(String message) {
        super(message);
    }

    /**
     * A failure with its cause.
     *
     * @param message what failed, where, and what to do
     * @param cause what caused it
     */
    public TelemetrySinkException(String message, Throwable cause) {
        super(message, cause);
    }
}
