package io.aboveboard.domain.installation;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The random identifier of an installation. Derived from nothing: not from the host name, the hardware or a user.
 *
 * @param value the UUID
 */
public record InstallId(UUID value) {
    private static final int UUID_LENGTH = 36;

    /**
     * Mints a new one.
     *
     * @return a random (version 4) id
     */
    public static InstallId random() {
        return new InstallId(UUID.randomUUID());
    }

    /**
     * Reads one from text.
     *
     * @param text the text, as it stands in a file
     * @return the id, or nothing if the text is not a UUID in its canonical form
     */
    public static Optional<InstallId> parse(String text) {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID parsed = UUID.fromString(text);
            return parsed.toString().equals(text.toLowerCase(Locale.ROOT))
                    ? Optional.of(new InstallId(parsed))
                    : Optional.empty();
        } catch (IllegalArgumentException notUuid) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
