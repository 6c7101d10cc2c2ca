package io.aboveboard.domain.consent;

/**
 * What a decision was made upon. A yes holds only for the text version it was given to, and only for what the schema of
 * its version holds.
 *
 * @param textVersion the version of the text that was shown
 * @param schemaVersion the version of the events and fields that it covered
 * @param recipient the host that the records go to, empty where none is configured
 */
public record ConsentTerms(String textVersion, String schemaVersion, String recipient) {
    /** The version of the text that this library shows where a host brings none of its own. */
    public static final String DEFAULT_TEXT_VERSION = "1";

    /** The version of a schema that was never extended. */
    public static final String DEFAULT_SCHEMA_VERSION = "1";

    /**
     * The library's own terms.
     *
     * @param recipient the host that the records go to
     * @return the terms
     */
    public static ConsentTerms defaultsFor(String recipient) {
        return new ConsentTerms(DEFAULT_TEXT_VERSION, DEFAULT_SCHEMA_VERSION, recipient);
    }

    /**
     * The version of the events and fields as a number.
     *
     * @return the version; the first where it is no number, for then it cannot be known to cover more
     */
    public int schemaNumber() {
        try {
            return Integer.parseInt(schemaVersion);
        } catch (NumberFormatException writtenByNoVersionOfThis) {
            return Integer.parseInt(DEFAULT_SCHEMA_VERSION);
        }
    }
}
