package io.aboveboard.domain.engine;

import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.Salt;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What is sent in place of a user id that may say who somebody is: HMAC-SHA-256 (RFC 2104) under the installation's salt.
 * Written out because {@code javax.crypto} is not among the few packages the domain rests on.
 */
final class Pseudonym {
    private static final int BLOCK = 64;

    private Pseudonym() {}

    static String of(UserId user, Salt salt) {
        byte[] key = Arrays.copyOf(shortened(salt.key()), BLOCK);
        byte[] inner = sha256(padded(key, (byte) 0x36), user.value().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(sha256(padded(key, (byte) 0x5c), inner));
    }

    private static byte[] shortened(byte[] key) {
        return key.length > BLOCK ? sha256(key, new byte[0]) : key;
    }

    private static byte[] padded(byte[] key, byte pad) {
        byte[] padded = new byte[key.length];
        for (int i = 0; i < key.length; i++) {
            padded[i] = (byte) (key[i] ^ pad);
        }
        return padded;
    }

    private static byte[] sha256(byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(first);
            return digest.digest(second);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", everyJvmHasIt);
        }
    }
}
