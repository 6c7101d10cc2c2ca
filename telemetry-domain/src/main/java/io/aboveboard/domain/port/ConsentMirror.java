package io.aboveboard.domain.port;

import java.util.Optional;

/**
 * The host's own copy of the decision, such as {@code settings.allow_analytics} in its database. It is written after
 * every decision and never decides anything. Implementations are thread-safe.
 */
public interface ConsentMirror {
    /**
     * What the host's copy says.
     *
     * @return the setting, or nothing if the host has none yet
     * @throws ConsentMirrorException if it cannot be read
     */
    Optional<Boolean> read();

    /**
     * Makes the host's copy say this.
     *
     * @param allowed whether the detailed layer is allowed
     * @throws ConsentMirrorException if it cannot be written
     */
    void write(boolean allowed);

    /**
     * For hosts without a copy.
     *
     * @return a mirror that keeps nothing
     */
    static ConsentMirror none() {
        return NoConsentMirror.INSTANCE;
    }
}
