package io.aboveboard.adapter.sink.otlp.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Protobuf written piece by piece into one array that grows and is used again. Not thread-safe. */
public final class ProtoBuffer {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Most varints that occur are lengths of less than this. */
    private static final int ONE_BYTE = 0x80;

    private static final int LONGEST_VARINT = 10;
    private static final int ASCII = 0x7f;

    private byte[] bytes;
    private int position;

    /** A buffer that is this long at first. */
    public ProtoBuffer(int capacity) {
        bytes = new byte[capacity];
    }

    /** Goes back to where something began, or on to where it ends. */
    public void moveTo(int to) {
        position = to;
    }

    /** How much is written. */
    public int position() {
        return position;
    }

    /** The array that is written to; what is written ends at {@link #position}. It changes when more is written. */
    public byte[] array() {
        return bytes;
    }

    /** Makes room for so many bytes, which the caller writes into {@link #array} from {@link #position} on. */
    public byte[] room(int more) {
        reserve(more);
        return bytes;
    }

    /** A copy of what is written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, position);
    }

    /** The size of an integer. */
    public static int sizeOfVarint(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value | 1) + 6) / 7;
    }

    /** Writes one byte, such as a tag. */
    public void octet(int value) {
        reserve(1);
        bytes[position++] = (byte) value;
    }

    /** Writes an integer; one below zero takes ten bytes. */
    public void varint(long value) {
        reserve(LONGEST_VARINT);
        long rest = value;
        while ((rest & -ONE_BYTE) != 0) {
            bytes[position++] = (byte) (rest | ONE_BYTE);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
    }

    /** Writes eight bytes. */
    public void fixed64(long value) {
        reserve(Long.BYTES);
        LONGS.set(bytes, position, value);
        position += Long.BYTES;
    }

    /** Writes what is encoded already. */
    public void encoded(byte[] value, int length) {
        reserve(length);
        System.arraycopy(value, 0, bytes, position, length);
        position += length;
    }

    /** Writes any text as UTF-8; half a surrogate becomes a question mark, as in {@link String#getBytes}. */
    public void utf8(String text) {
        reserve(3 * text.length());
        for (int i = 0; i < text.length(); i++) {
            int point = pointAt(text, i);
            if (point > Character.MAX_VALUE) {
                i++;
            }
            point(point);
        }
    }

    /** The bytes that {@link #utf8} takes. */
    public static int sizeOfUtf8(String text) {
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            int point = pointAt(text, i);
            if (point > Character.MAX_VALUE) {
                i++;
            }
            size += sizeOf(point);
        }
        return size;
    }

    private static int pointAt(String text, int index) {
        int point = text.codePointAt(index);
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '?' : point;
    }

    private static int sizeOf(int point) {
        if (point <= ASCII) {
            return 1;
        }
        if (point < 0x800) {
            return 2;
        }
        return point <= Character.MAX_VALUE ? 3 : 4;
    }

    private void point(int point) {
        switch (sizeOf(point)) {
            case 1 -> bytes[position++] = (byte) point;
            case 2 -> {
                bytes[position++] = (byte) (0xc0 | (point >> 6));
                continuation(point);
            }
            case 3 -> {
                bytes[position++] = (byte) (0xe0 | (point >> 12));
                continuation(point >> 6);
                continuation(point);
            }
            default -> {
                bytes[position++] = (byte) (0xf0 | (point >> 18));
                continuation(point >> 12);
                continuation(point >> 6);
                continuation(point);
            }
        }
    }

    private void continuation(int bits) {
        bytes[position++] = (byte) (0x80 | (bits & 0x3f));
    }

    private void reserve(int more) {
        if (bytes.length - position < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), Math.addExact(position, more)));
        }
    }
}
