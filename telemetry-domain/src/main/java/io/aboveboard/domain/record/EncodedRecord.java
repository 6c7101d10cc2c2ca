package io.aboveboard.domain.record;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * A record as it will stand on the wire. It is encoded once; what is stored, shown, sent and sent again are these bytes.
 * Immutable.
 */
public final class EncodedRecord {
    private final Layer layer;
    private final long epoch;
    private final RecordUid uid;
    private final Instant occurredAt;
    private final byte[] bytes;

    /**
     * An encoded record.
     *
     * @param layer its layer
     * @param epoch the consent epoch it was made under, 0 for the base layer
     * @param uid its uid
     * @param occurredAt when it happened
     * @param bytes the encoded form, opaque to all but the encoder and the sink; copied
     */
    public EncodedRecord(Layer layer, long epoch, RecordUid uid, Instant occurredAt, byte[] bytes) {
        this(layer, epoch, uid, occurredAt, bytes, 0, bytes.length);
    }

    /**
     * An encoded record out of a larger array, copied once.
     *
     * @param layer its layer
     * @param epoch the consent epoch it was made under, 0 for the base layer
     * @param uid its uid
     * @param occurredAt when it happened
     * @param source holds the encoded form among other bytes
     * @param offset where it begins
     * @param length how long it is
     * @throws IndexOutOfBoundsException if the source does not hold so many bytes there
     */
    public EncodedRecord(
            Layer layer, long epoch, RecordUid uid, Instant occurredAt, byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        this.layer = layer;
        this.epoch = epoch;
        this.uid = uid;
        this.occurredAt = occurredAt;
        this.bytes = Arrays.copyOfRange(source, offset, offset + length);
    }

    /**
     * Which layer it belongs to.
     *
     * @return the layer
     */
    public Layer layer() {
        return layer;
    }

    /**
     * Under which consent it was made.
     *
     * @return the consent epoch, 0 for the base layer
     */
    public long epoch() {
        return epoch;
    }

    /**
     * Its identity among records.
     *
     * @return the uid
     */
    public RecordUid uid() {
        return uid;
    }

    /**
     * When it happened.
     *
     * @return the moment
     */
    public Instant occurredAt() {
        return occurredAt;
    }

    /**
     * The encoded form.
     *
     * @return a fresh copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Writes the encoded form at the position of a buffer, without a copy in between.
     *
     * @param target where to
     * @throws java.nio.BufferOverflowException if there is too little room
     */
    public void writeTo(ByteBuffer target) {
        target.put(bytes);
    }

    /**
     * The length of the encoded form.
     *
     * @return bytes
     */
    public int size() {
        return bytes.length;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof EncodedRecord that && isSame(that));
    }

    private boolean isSame(EncodedRecord that) {
        return layer == that.layer
                && epoch == that.epoch
                && uid.equals(that.uid)
                && occurredAt.equals(that.occurredAt)
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return uid.hashCode();
    }

    @Override
    public String toString() {
        return "EncodedRecord[" + layer + ", epoch=" + epoch + ", uid=" + uid + ", " + bytes.length + " bytes]";
    }
}
