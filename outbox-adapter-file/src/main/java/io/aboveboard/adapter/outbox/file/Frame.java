package io.aboveboard.adapter.outbox.file;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * What all files here are made of, after their {@link FileHead}: a head of a marker, the length of the body, the checksum
 * of the body and the checksum of the head itself; then the body, whose first byte says what it is. With the marker and a
 * checksum of its own a head can be found again behind damage; the marker is no part of any text in UTF-8.
 */
final class Frame {
    /** A frame holds an encoded record. */
    static final byte RECORD = 1;
    /** A frame says what became of records. */
    static final byte ENDING = 2;
    /** A frame says which segment a file is, or is about. */
    static final byte SEGMENT = 3;
    /** A frame adds to the account. */
    static final byte ENTRY = 4;
    /** A frame is the account as it stands. */
    static final byte BALANCE = 5;
    /** A frame is what delivery remembers. */
    static final byte MEMO = 6;

    /** The length of a head. */
    static final int HEAD = 16;
    /** No body is longer: 16 MiB. */
    static final int LONGEST = 16 * 1024 * 1024;

    /** The first byte of {@link #MARKER}. */
    static final byte FIRST = (byte) 0xAB;

    private static final int MARKER = 0xAB0E_B0A2;
    private static final int CHECKED = 12;

    private Frame() {}

    /** Writes the head of a frame whose body stands behind it already. */
    static void seal(ByteBuffer buffer, int start, int bodyLength, CRC32C crc) {
        buffer.putInt(start, MARKER).putInt(start + 4, bodyLength);
        buffer.putInt(start + 8, checksum(crc, buffer, start + HEAD, bodyLength));
        buffer.putInt(start + CHECKED, checksum(crc, buffer, start, CHECKED));
    }

    /** The length of the body behind a head, or -1 if there is no sound head. */
    static int bodyLength(ByteBuffer buffer, int start, CRC32C crc) {
        int length = buffer.getInt(start + 4);
        boolean isHead = buffer.getInt(start) == MARKER
                && length > 0
                && length <= LONGEST
                && buffer.getInt(start + CHECKED) == checksum(crc, buffer, start, CHECKED);
        return isHead ? length : -1;
    }

    static boolean isSound(ByteBuffer buffer, int start, int bodyLength, CRC32C crc) {
        return buffer.getInt(start + 8) == checksum(crc, buffer, start + HEAD, bodyLength);
    }

    private static int checksum(CRC32C crc, ByteBuffer buffer, int from, int length) {
        crc.reset();
        crc.update(buffer.array(), buffer.arrayOffset() + from, length);
        return (int) crc.getValue();
    }
}
