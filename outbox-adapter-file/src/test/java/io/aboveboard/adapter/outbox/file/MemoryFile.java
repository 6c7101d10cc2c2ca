package io.aboveboard.adapter.outbox.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The content of a file in memory, with what of it is durable. */
@SuppressWarnings("ArrayRecordComponent")
final class MemoryFile {
    private byte[] content = new byte[0];
    private byte[] durable = new byte[0];
    private final List<Write> unsynced = new ArrayList<>();

    /** Bytes written at a position, or a cut if there are none. */
    private record Write(long position, byte[] bytes) {
        byte[] appliedTo(byte[] before, int length) {
            if (bytes.length == 0) {
                return Arrays.copyOf(before, (int) position);
            }
            byte[] after = Arrays.copyOf(before, Math.max(before.length, (int) position + length));
            System.arraycopy(bytes, 0, after, (int) position, length);
            return after;
        }
    }

    byte[] content() {
        return content.clone();
    }

    /** Replaces the content, durably. */
    void setContent(byte[] bytes) {
        content = bytes.clone();
        sync();
    }

    long size() {
        return content.length;
    }

    void write(long position, byte[] source, int length) {
        if (length > 0) {
            apply(new Write(position, Arrays.copyOf(source, length)));
        }
    }

    void truncate(long size) {
        apply(new Write(size, new byte[0]));
    }

    private void apply(Write write) {
        content = write.appliedTo(content, write.bytes().length);
        unsynced.add(write);
    }

    int read(long position, byte[] target, int offset, int length) {
        int there = (int) Math.max(0, Math.min(length, content.length - position));
        System.arraycopy(content, (int) Math.min(position, content.length), target, offset, there);
        return there;
    }

    void sync() {
        durable = content;
        unsynced.clear();
    }

    void losePower(Random random) {
        byte[] left = durable;
        int kept = random.nextInt(unsynced.size() + 1);
        for (Write write : unsynced.subList(0, kept)) {
            left = write.appliedTo(left, write.bytes().length);
        }
        if (kept < unsynced.size() && random.nextBoolean()) {
            Write torn = unsynced.get(kept);
            left = torn.bytes().length == 0 ? left : torn.appliedTo(left, random.nextInt(torn.bytes().length));
        }
        setContent(left);
    }
}
