package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/** The body of a small frame while it is made or read: numbers, texts and moments one after the other. */
final class Body {
    private static final int INITIAL = 256;
    private static final int LONGEST_TEXT = 0xFFFF;

    private ByteBuffer buffer;

    private Body(ByteBuffer buffer) {
        this.buffer = buffer;
    }

    /** A body to be made. */
    static Body of(byte kind) {
        return new Body(ByteBuffer.allocate(INITIAL)).put(kind);
    }

    /** The body that a reader has found, copied, behind its kind. */
    static Body read(FrameReader reader) {
        Body body = new Body(reader.bodyCopy());
        body.getByte();
        return body;
    }

    Body put(byte value) {
        room(1).put(value);
        return this;
    }

    Body put(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    Body put(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    /** A text, cut where it is longer than 64 KiB. */
    Body put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int length = Math.min(LONGEST_TEXT, bytes.length);
        room(Short.BYTES + length).putShort((short) length).put(bytes, 0, length);
        return this;
    }

    Body put(@Nullable Instant moment) {
        put((byte) (moment == null ? 0 : 1));
        return moment == null ? this : put(moment.getEpochSecond()).put(moment.getNano());
    }

    byte getByte() {
        return buffer.get();
    }

    int getInt() {
        return buffer.getInt();
    }

    long getLong() {
        return buffer.getLong();
    }

    String getText() {
        byte[] bytes = new byte[Short.toUnsignedInt(buffer.getShort())];
        buffer.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * A moment.
     *
     * @throws DateTimeException if it is none
     */
    @Nullable
    Instant getInstant() {
        return getByte() == 0 ? null : Instant.ofEpochSecond(getLong(), getInt());
    }

    /** Whether something is left to read. */
    boolean hasMore() {
        return buffer.hasRemaining();
    }

    /** What was put. */
    byte[] toArray() {
        byte[] bytes = new byte[buffer.position()];
        buffer.get(0, bytes);
        return bytes;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
            buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
        }
        return buffer;
    }
}
