package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** Frames in memory on their way into a file, so that they are written at once. Not thread-safe. */
final class FrameWriter {
    private static final int INITIAL = 64 * 1024;
    private static final int LONGEST_KEPT = 2 * 1024 * 1024;

    private final CRC32C crc = new CRC32C();
    private byte[] bytes;
    private ByteBuffer buffer;

    FrameWriter() {
        this(INITIAL);
    }

    FrameWriter(int capacity) {
        bytes = new byte[capacity];
        buffer = ByteBuffer.wrap(bytes);
    }

    void clear() {
        if (bytes.length > LONGEST_KEPT) {
            bytes = new byte[INITIAL];
        }
        buffer = ByteBuffer.wrap(bytes);
    }

    int length() {
        return buffer.position();
    }

    void addFileHead() {
        makeRoom(FileHead.LENGTH);
        FileHead.writeTo(buffer);
    }

    /** Begins a frame: the caller puts exactly so many bytes into the buffer and calls {@link #close}. */
    ByteBuffer open(int bodyLength) {
        makeRoom(Frame.HEAD + bodyLength);
        buffer.position(buffer.position() + Frame.HEAD);
        return buffer;
    }

    void close(int bodyLength) {
        Frame.seal(buffer, buffer.position() - bodyLength - Frame.HEAD, bodyLength, crc);
    }

    void add(byte[] body) {
        open(body.length).put(body);
        close(body.length);
    }

    /** Adds a frame as it was found. */
    void copy(FrameReader frame) {
        int length = Frame.HEAD + frame.bodyLength();
        makeRoom(length);
        buffer.put(frame.bytes(), frame.bodyAt() - Frame.HEAD, length);
    }

    /** Adds the frames of another. */
    void add(FrameWriter other) {
        makeRoom(other.length());
        buffer.put(other.bytes, 0, other.length());
    }

    /** Writes it all into a file. */
    void writeTo(DiskFile file, long position) throws IOException {
        file.write(position, bytes, buffer.position());
    }

    private void makeRoom(int wanted) {
        if (buffer.remaining() < wanted) {
            int length = buffer.position();
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + wanted));
            buffer = ByteBuffer.wrap(bytes).position(length);
        }
    }
}
