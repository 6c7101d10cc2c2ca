package io.aboveboard.domain.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The proof of one decision, chained to the one before it by its hash. Immutable.
 *
 * @param sequence its place in the chain, from 1; also the consent epoch that begins with it
 * @param state yes or no
 * @param actor who and through what
 * @param at when
 * @param terms what was decided upon
 * @param previousHash the hash of the receipt before it, or {@link #NO_PREDECESSOR}
 */
public record ConsentReceipt(
        long sequence, ConsentState state, Actor actor, Instant at, ConsentTerms terms, String previousHash) {
    /** What stands in place of the previous hash in the first receipt. */
    public static final String NO_PREDECESSOR = "0".repeat(64);

    /**
     * The hash that chains the next receipt to this one and that detailed records carry.
     *
     * @return SHA-256, as 64 hex characters, over the fields in the order of their declaration (the actor as surface and
     *     id, the terms as text version, schema version and recipient), each written as a netstring:
     *     {@code <bytes of UTF-8>:<text>,}
     */
    public String hash() {
        StringBuilder canonical = new StringBuilder();
        for (String field : fields()) {
            canonical.append(field.getBytes(StandardCharsets.UTF_8).length);
            canonical.append(':').append(field).append(',');
        }
        return HexFormat.of().formatHex(sha256(canonical.toString()));
    }

    private List<String> fields() {
        return List.of(
                Long.toString(sequence),
                state.name(),
                actor.surface().code(),
                actor.id(),
                at.toString(),
                terms.textVersion(),
                terms.schemaVersion(),
                terms.recipient(),
                previousHash);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException("SHA-256 is missing from this JVM", everyJvmHasIt);
        }
    }
}
