package io.aboveboard.adapter.outbox.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * Reads frames one after the other, and finds its way behind damage. Holds one piece of the file in memory, or one frame
 * where that is longer. Not thread-safe.
 */
final class FrameReader {
    private static final int PIECE = 128 * 1024;

    private final CRC32C crc = new CRC32C();
    private final DiskFile file;
    private final long end;
    private byte[] bytes;
    private ByteBuffer piece;
    private long pieceAt;
    private long position;
    private long from;
    private int bodyLength;
    private boolean isFrame;

    /** What was found. */
    enum Found {
        /** A sound frame. */
        FRAME,
        /** Bytes that are none. */
        DAMAGE,
        /** Nothing more. */
        END
    }

    /** Reads the frames of a part of a file that begins with a frame. */
    FrameReader(DiskFile file, long position, long end) {
        this.file = file;
        this.position = position;
        this.end = end;
        this.bytes = new byte[(int) Math.max(Frame.HEAD, Math.min(PIECE, end - position))];
        this.piece = ByteBuffer.wrap(bytes).limit(0);
    }

    /** Goes on from another place, further behind. */
    void skipTo(long offset) {
        position = offset;
    }

    /** Where the next will be looked for. */
    long position() {
        return position;
    }

    /**
     * Looks for the next. Damage ends where the next head is found, whatever length the damaged one claims: what a crash cut
     * short may be followed by what was written later.
     */
    Found next() throws IOException {
        if (position >= end) {
            return Found.END;
        }
        from = position;
        bodyLength = lengthAt(from);
        isFrame = bodyLength > 0 && Frame.isSound(piece, indexOf(from), bodyLength, crc);
        position = isFrame ? from + Frame.HEAD + bodyLength : nextHead(from + 1);
        return isFrame ? Found.FRAME : Found.DAMAGE;
    }

    /** Whether what was found last is a frame. */
    boolean isFrame() {
        return isFrame;
    }

    /** Where what was found begins. */
    long from() {
        return from;
    }

    /** Where what was found ends. */
    long to() {
        return position;
    }

    /** The bytes in which the body of the frame lies. */
    ByteBuffer body() {
        return piece;
    }

    /** The same as an array. */
    byte[] bytes() {
        return bytes;
    }

    /** Where in these the body begins. */
    int bodyAt() {
        return indexOf(from) + Frame.HEAD;
    }

    int bodyLength() {
        return bodyLength;
    }

    /** The kind of the frame. */
    byte kind() {
        return piece.get(bodyAt());
    }

    /** A copy of the body. */
    ByteBuffer bodyCopy() {
        byte[] copy = new byte[bodyLength];
        piece.get(bodyAt(), copy);
        return ByteBuffer.wrap(copy);
    }

    /** The length of the body of a frame that begins here and fits, or -1. */
    private int lengthAt(long offset) throws IOException {
        if (offset + Frame.HEAD > end || !hold(offset, Frame.HEAD)) {
            return -1;
        }
        int length = Frame.bodyLength(piece, indexOf(offset), crc);
        return length > 0 && offset + Frame.HEAD + length <= end && hold(offset, Frame.HEAD + length) ? length : -1;
    }

    /** Where the next head is; every offset is looked at once. */
    private long nextHead(long offset) throws IOException {
        for (long at = offset; at + Frame.HEAD <= end; at++) {
            if (!hold(at, 1)) {
                return end;
            }
            if (piece.get(indexOf(at)) == Frame.FIRST && lengthAt(at) > 0) {
                return at;
            }
        }
        return end;
    }

    private int indexOf(long offset) {
        return (int) (offset - pieceAt);
    }

    /** Has a part of the file in memory; false if the file is shorter than it should be. */
    private boolean hold(long offset, int length) throws IOException {
        if (offset >= pieceAt && offset + length <= pieceAt + piece.limit()) {
            return true;
        }
        int wanted = (int) Math.min(Math.max(PIECE, length), end - offset);
        if (bytes.length < wanted) {
            bytes = new byte[wanted];
            piece = ByteBuffer.wrap(bytes);
        }
        pieceAt = offset;
        piece.limit(file.read(offset, bytes, 0, wanted));
        return piece.limit() >= length;
    }
}
