package io.aboveboard.domain.installation;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret under which user ids are hashed. It stays with the installation and is never sent; {@link #toString()} does
 * not show it.
 *
 * @param value the text as it stands in the installation, 64 hex characters where minted here
 */
public record Salt(String value) {
    private static final int BYTES = 32;

    /**
     * Checks that there is a salt.
     *
     * @throws IllegalArgumentException if {@code value} is blank
     */
    public Salt {
        if (value.isBlank()) {
            throw new IllegalArgumentException("value: must not be blank");
        }
    }

    /**
     * Mints a new one.
     *
     * @return 32 random bytes as hex
     */
    public static Salt random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Salt(HexFormat.of().formatHex(bytes));
    }

    /**
     * The key for a message authentication code.
     *
     * @return a fresh array of the UTF-8 bytes
     */
    public byte[] key() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Salt[***]";
    }
}
