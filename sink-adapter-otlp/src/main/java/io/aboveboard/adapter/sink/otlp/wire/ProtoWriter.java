package io.aboveboard.adapter.sink.otlp.wire;

import io.aboveboard.domain.record.EncodedRecord;
import java.nio.ByteBuffer;

/** Writes length-delimited protobuf fields into an array of known size. Not thread-safe. */
final class ProtoWriter {
    private static final int DELIMITED = 2;

    private final byte[] bytes;
    private final ByteBuffer view;
    private int position;

    ProtoWriter(int size) {
        this.bytes = new byte[size];
        this.view = ByteBuffer.wrap(bytes);
    }

    /** The size of a delimited field of this many bytes, its tag and length included. Fields 1 to 15 only. */
    static long sizeOf(long length) {
        return 1 + ProtoBuffer.sizeOfVarint(length) + length;
    }

    ProtoWriter header(int field, long length) {
        writeVarint((long) field << 3 | DELIMITED);
        writeVarint(length);
        return this;
    }

    ProtoWriter delimited(int field, byte[] value) {
        header(field, value.length);
        System.arraycopy(value, 0, bytes, position, value.length);
        position += value.length;
        return this;
    }

    ProtoWriter delimited(int field, EncodedRecord value) {
        header(field, value.size());
        value.writeTo(view.position(position));
        position += value.size();
        return this;
    }

    /**
     * The array itself, which is the caller's from now on.
     *
     * @throws IllegalStateException where it is not full
     */
    byte[] toBytes() {
        if (position != bytes.length) {
            throw new IllegalStateException(position + " of " + bytes.length + " bytes are written");
        }
        return bytes;
    }

    private void writeVarint(long value) {
        long rest = value;
        while (rest > 0x7f) {
            bytes[position++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
    }
}
