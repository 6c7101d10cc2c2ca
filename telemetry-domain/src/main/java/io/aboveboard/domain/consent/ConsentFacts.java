package io.aboveboard.domain.consent;

import java.util.Objects;

/**
 * Everything the policy decides on.
 *
 * @param switches what environment and code say
 * @param sinkConfigured whether there is somewhere to send to
 * @param identified whether the installation has a durable identity
 * @param stored what was decided
 * @param textVersion the version of the consent text in force now
 */
public record ConsentFacts(
        Switches switches, boolean sinkConfigured, boolean identified, StoredConsent stored, String textVersion) {
    /** Checks that all are given. */
    public ConsentFacts {
        Objects.requireNonNull(switches, "switches");
        Objects.requireNonNull(stored, "stored");
        Objects.requireNonNull(textVersion, "textVersion");
    }
}
