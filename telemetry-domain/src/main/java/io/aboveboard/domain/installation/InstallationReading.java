package io.aboveboard.domain.installation;

import java.util.Optional;

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

    /**
     * It cannot be reached now, but is known from before. Who it is still counts, so that what identifies itself by it may
     * be sent; what was decided does not, and nothing may be minted on the strength of this.
     *
     * @param installation what was stored when it was last read
     * @param where the database
     * @param why what is wrong and what to do about it
     */
    record Remembered(Installation installation, String where, String why) implements InstallationReading {}

    /**
     * The installation, as far as this says anything about it.
     *
     * @return what was read, now or before
     */
    default Optional<Installation> known() {
        if (this instanceof Found found) {
            return Optional.of(found.installation());
        }
        return this instanceof Remembered remembered ? Optional.of(remembered.installation()) : Optional.empty();
    }
}
