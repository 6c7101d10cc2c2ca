package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The first bytes of every file here: whose it is and in which version of the format it is written. */
final class FileHead {
    /** How long it is. */
    static final int LENGTH = 16;

    static final int VERSION = 1;

    private static final byte[] MAGIC = "abvboard".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKED = 12;

    private FileHead() {}

    static void writeTo(ByteBuffer buffer) {
        int start = buffer.position();
        buffer.put(MAGIC).putInt(VERSION);
        buffer.putInt(checksum(buffer, start));
    }

    /**
     * The version of a file.
     *
     * @return 0 if the head is missing or damaged
     */
    static int versionOf(DiskFile file) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(LENGTH);
        boolean isWhole = file.read(0, head.array(), 0, LENGTH) == LENGTH;
        boolean isSound = isWhole
                && ByteBuffer.wrap(head.array(), 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))
                && head.getInt(CHECKED) == checksum(head, 0);
        return isSound ? head.getInt(MAGIC.length) : 0;
    }

    private static int checksum(ByteBuffer buffer, int start) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.slice(start, CHECKED));
        return (int) crc.getValue();
    }
}
