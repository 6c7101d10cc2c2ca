package io.aboveboard.domain.installation;

/** What came of reading the installation. That it cannot be read is never taken for its absence. */
public sealed interface InstallationReading {
    /**
     * It was read.
     *
     * @param installation what is stored
     */
    record Found(Installation installation) implements InstallationReading {}

    /** Nothing is stored yet. */
    record Missing() implements InstallationReading {}

    /**
     * Something is stored that cannot be read. Nothing may be minted, written or sent on the strength of this.
     *
     * @param where the file or table, with the line where known
     * @param why what is wrong and what to do about it
     */
    record Unreadable(String where, String why) implements InstallationReading {}
}
