package io.aboveboard.bootstrap.demo;

/** Something did not happen as the story tells it. Its message says what was to happen, and what did. */
final class BrokenStoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenStoryException(String message) {
        super(message);
    }
}
