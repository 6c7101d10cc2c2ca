package io.aboveboard.adapter.consent.file;

import java.io.IOException;

/** Something is there, but it cannot be read or must not be used. Its message holds nothing of the content. */
final class UnreadableFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String where;
    private final String why;
    private final boolean perhapsHalfWritten;

    private UnreadableFileException(String where, String why, boolean perhapsHalfWritten) {
        super(where + ": " + why);
        this.where = where;
        this.why = why;
        this.perhapsHalfWritten = perhapsHalfWritten;
    }

    static UnreadableFileException of(String where, String why) {
        return new UnreadableFileException(where, why, false);
    }

    /** What another program's writing may look like while it is at it. */
    static UnreadableFileException perhapsHalfWritten(String where, String why) {
        return new UnreadableFileException(where, why, true);
    }

    /**
     * Says more about what to do.
     *
     * @param more another part of the sentence
     * @return a copy
     */
    UnreadableFileException adding(String more) {
        return new UnreadableFileException(where, why + more, perhapsHalfWritten);
    }

    String where() {
        return where;
    }

    String why() {
        return why;
    }

    boolean isPerhapsHalfWritten() {
        return perhapsHalfWritten;
    }
}
