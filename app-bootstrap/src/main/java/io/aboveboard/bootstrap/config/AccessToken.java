package io.aboveboard.bootstrap.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** A secret that a caller must show. Compared in constant time, shown nowhere. Immutable and thread-safe. */
public final class AccessToken {
    /** 128 bits, in base64 without padding. */
    static final int SHORTEST = 22;

    private static final int LONGEST = 512;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;

    private AccessToken(byte[] secret) {
        this.secret = secret;
    }

    /**
     * A token as it was configured or stored.
     *
     * @param text the token
     * @return the token
     * @throws IllegalArgumentException if it is too short to be one, over-long or not printable ASCII; the message shows
     *     nothing of it
     */
    public static AccessToken of(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IllegalArgumentException(
                    "must hold " + SHORTEST + " to " + LONGEST + " printable characters without spaces");
        }
        return new AccessToken(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * A new one that nobody can guess.
     *
     * @return 256 random bits, in base64 that is safe in addresses
     */
    public static String random() {
        byte[] bits = new byte[BYTES];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    /**
     * Whether somebody showed this very token.
     *
     * @param shown what was shown
     * @return true if it is the same; how long that takes tells nothing about the token
     */
    public boolean matches(String shown) {
        return MessageDigest.isEqual(secret, shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
