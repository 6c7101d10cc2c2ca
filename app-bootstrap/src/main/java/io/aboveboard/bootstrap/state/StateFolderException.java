package io.aboveboard.bootstrap.state;

/** The one failure of {@link StateFolder}: something in it could not be read or written. Its message says what and where. */
public final class StateFolderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StateFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
