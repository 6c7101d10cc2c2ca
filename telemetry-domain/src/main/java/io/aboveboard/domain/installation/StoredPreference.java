package io.aboveboard.domain.installation;

/** What {@code telemetry_enabled} of the installation says, as found. */
public enum StoredPreference {
    /** The key is absent. */
    UNSET,
    /** The key is {@code true}. */
    YES,
    /** The key is {@code false}. */
    NO,
    /** The key holds something that is no boolean; it is neither used nor coerced. */
    MALFORMED
}
