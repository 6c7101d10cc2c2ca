package io.aboveboard.domain.consent;

/**
 * What a decision was made upon. A yes holds only for the text version it was given to.
 *
 * @param textVersion the version of the text that was shown
 * @param schemaVersion the version of the events and fields that it covered
 * @param recipient the host that the records go to, empty where none is configured
 */
public record ConsentTerms(String textVersion, String schemaVersion, String recipient) {
    /** The version of the text that this library shows where a host brings none of its own. */
    public static final String DEFAULT_TEXT_VERSION = "1";

    /** The version of the attributes that this library adds to every detailed record. */
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
}
