package io.aboveboard.domain.record;

import io.aboveboard.domain.installation.InstallId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The identity of one record, sent as {@code log.record.uid}, by which a receiver knows a resend. What happens once per
 * installation or date has a uid computed from just that, so that even two processes agree on it. Immutable.
 *
 * @param value the uid, 1 to 64 printable ASCII characters
 */
public record RecordUid(String value) {
    private static final int MAX_LENGTH = 64;
    private static final int UUID_LENGTH = 36;
    private static final int UUID_VERSION_AT = 14;

    /**
     * Checks the form.
     *
     * @throws IllegalArgumentException if {@code value} is empty, over-long or not printable ASCII
     */
    public RecordUid {
        if (value.isEmpty() || value.length() > MAX_LENGTH || !isPrintable(value)) {
            throw new IllegalArgumentException("value: must be 1 to " + MAX_LENGTH + " printable ASCII characters");
        }
    }

    /** A loop, since each record that is read back passes here. */
    private static boolean isPrintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) < '!' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    /**
     * The uid of the one {@code first_seen} of an installation.
     *
     * @param id the installation
     * @return UUIDv5(install_id, "first_seen")
     */
    public static RecordUid ofFirstSeen(InstallId id) {
        return nameBased(id, "first_seen");
    }

    /**
     * The uid of the one heartbeat of a local date.
     *
     * @param id the installation
     * @param date the local date
     * @return UUIDv5(install_id, "heartbeat/" + date)
     */
    public static RecordUid ofHeartbeat(InstallId id, LocalDate date) {
        return nameBased(id, "heartbeat/" + date);
    }

    /**
     * The uid of the one install ping of an installation.
     *
     * @param id the installation
     * @return UUIDv5(install_id, "install")
     */
    public static RecordUid ofInstallPing(InstallId id) {
        return nameBased(id, "install");
    }

    /**
     * The uid of an event that its sender has a name for.
     *
     * @param id the installation
     * @param clientId the sender's name for it, any text
     * @return UUIDv5(install_id, "client/" + clientId)
     */
    public static RecordUid ofClient(InstallId id, String clientId) {
        return nameBased(id, "client/" + clientId);
    }

    /**
     * Whether this uid was computed from an installation, so that the record must not be recorded twice.
     *
     * @return true for first_seen, heartbeats, the install ping, and events that their sender has a name for
     */
    public boolean isComputed() {
        return value.length() == UUID_LENGTH && value.charAt(UUID_VERSION_AT) == '5';
    }

    /** UUID version 5 as RFC 9562, section 5.5, defines it, with the install id as the name space. */
    private static RecordUid nameBased(InstallId space, String name) {
        byte[] digest = sha1(
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(space.value().getMostSignificantBits())
                        .putLong(space.value().getLeastSignificantBits())
                        .array(),
                name.getBytes(StandardCharsets.UTF_8));
        ByteBuffer bits = ByteBuffer.wrap(digest);
        long high = (bits.getLong() & ~0xF000L) | 0x5000L;
        long low = (bits.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new RecordUid(new UUID(high, low).toString());
    }

    private static byte[] sha1(byte[] space, byte[] name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(space);
            return digest.digest(name);
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException("SHA-1 is missing from this JVM", everyJvmHasIt);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
