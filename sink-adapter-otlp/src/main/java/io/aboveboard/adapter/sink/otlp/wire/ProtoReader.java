package io.aboveboard.adapter.sink.otlp.wire;

import java.util.Arrays;

/** Walks over the fields of one protobuf message. Not thread-safe. */
final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;
    private static final int LONGEST_VARINT_BITS = 64;

    private final byte[] bytes;
    private int position;
    private int field;
    private int wireType;

    ProtoReader(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** Moves to the next field; false at the end of the message. */
    boolean next() throws MalformedMessageException {
        if (position == bytes.length) {
            return false;
        }
        long tag = readVarint();
        field = (int) (tag >>> 3);
        wireType = (int) (tag & 7);
        if (field == 0 || tag >>> 32 != 0) {
            throw new MalformedMessageException("no such field number");
        }
        return true;
    }

    /** Whether the current field is this one and holds bytes, a string or a message. */
    boolean isDelimited(int number) {
        return field == number && wireType == DELIMITED;
    }

    /** Whether the current field is this one and holds an integer. */
    boolean isVarint(int number) {
        return field == number && wireType == VARINT;
    }

    long varint() throws MalformedMessageException {
        return readVarint();
    }

    byte[] delimited() throws MalformedMessageException {
        int length = readLength();
        byte[] value = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return value;
    }

    void skip() throws MalformedMessageException {
        switch (wireType) {
            case VARINT -> readVarint();
            case FIXED64 -> advance(Long.BYTES);
            case DELIMITED -> advance(readLength());
            case FIXED32 -> advance(Integer.BYTES);
            default -> throw new MalformedMessageException("no such wire type");
        }
    }

    private int readLength() throws MalformedMessageException {
        long length = readVarint();
        if (length < 0 || length > bytes.length - position) {
            throw new MalformedMessageException("a field is longer than its message");
        }
        return (int) length;
    }

    private void advance(int count) throws MalformedMessageException {
        if (count > bytes.length - position) {
            throw new MalformedMessageException("the message ends within a field");
        }
        position += count;
    }

    private long readVarint() throws MalformedMessageException {
        long value = 0;
        for (int shift = 0; shift < LONGEST_VARINT_BITS; shift += 7) {
            byte next = readByte();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new MalformedMessageException("an integer that does not end");
    }

    private byte readByte() throws MalformedMessageException {
        if (position == bytes.length) {
            throw new MalformedMessageException("the message ends within an integer");
        }
        return bytes[position++];
    }
}
