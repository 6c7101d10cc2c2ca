package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Frames in memory on their way into a file, so that they are written at once. Not thread-safe. */
final class FrameWriter {
    private static final int INITIAL = 64 * 1024;

    private final CRC32C crc = new CRC32C();
    private ByteBuffer buffer;

    FrameWriter() {
        this(INITIAL);
    }

    FrameWriter(int capacity) {
        buffer = ByteBuffer.allocate(capacity);
    }

    void clear() {
        buffer.clear();
        if (buffer.capacity() > 16 * INITIAL) {
            buffer = ByteBuffer.allocate(INITIAL);
        }
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
        buffer.put(frame.body().array(), frame.bodyAt() - Frame.HEAD, length);
    }

    /** Adds the frames of another. */
    void add(FrameWriter other) {
        makeRoom(other.length());
        buffer.put(other.buffer.array(), 0, other.length());
    }

    /** Writes it all into a file. */
    void writeTo(DiskFile file, long position) throws IOException {
        file.write(position, buffer.array(), buffer.position());
    }

    private void makeRoom(int bytes) {
        if (buffer.remaining() < bytes) {
            int capacity = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
            buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
        }
    }
}
