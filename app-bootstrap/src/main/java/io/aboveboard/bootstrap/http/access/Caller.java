package io.aboveboard.bootstrap.http.access;

/** Who is asking. */
public sealed interface Caller {
    /** Whoever showed nothing. */
    enum Stranger implements Caller {
        /** The only value. */
        STRANGER
    }

    /**
     * A program that showed a token.
     *
     * @param decides whether it may decide for the installation, and not just record and read
     */
    record Program(boolean decides) implements Caller {}

    /**
     * A person at a browser.
     *
     * @param session what is known of the person
     */
    record Person(Session session) implements Caller {}

    /** Whoever showed something that is not right. */
    enum Impostor implements Caller {
        /** The only value. */
        IMPOSTOR
    }
}
