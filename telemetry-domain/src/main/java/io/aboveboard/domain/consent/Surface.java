package io.aboveboard.domain.consent;

import java.util.Locale;

/** Through what a decision was made. */
public enum Surface {
    /** The host's setup wizard. */
    SETUP,
    /** An admin page. */
    ADMIN,
    /** The command line. */
    CLI,
    /** A call of the library or of its HTTP interface. */
    API,
    /** The environment of the process. */
    ENVIRONMENT,
    /** Somebody else wrote {@code installation.json}. */
    FILE;

    /**
     * The name under which it is stored and shown.
     *
     * @return lower case
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
