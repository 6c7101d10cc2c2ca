package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.Layer;
import java.nio.BufferUnderflowException;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

/**
 * The first frame of a segment, and of the file that says what became of its records.
 *
 * @param id a random number by which both, and the journal, know each other
 * @param layer the layer of all its records
 * @param epoch the consent of all its records
 * @param createdAt when it was begun
 */
record SegmentHeader(long id, Layer layer, long epoch, Instant createdAt) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static SegmentHeader create(Layer layer, long epoch, Instant now) {
        return new SegmentHeader(RANDOM.nextLong(), layer, epoch, now);
    }

    /** The same under another id, for a file that takes its place. */
    SegmentHeader renewed() {
        return create(layer, epoch, createdAt);
    }

    void writeTo(FrameWriter frames) {
        frames.addFileHead();
        frames.add(Body.of(Frame.SEGMENT)
                .put(id)
                .put(layer.name())
                .put(epoch)
                .put(createdAt)
                .toArray());
    }

    /** The one in a frame, or {@code null} if there is none. */
    static @Nullable SegmentHeader read(FrameReader frame) {
        if (frame.kind() != Frame.SEGMENT) {
            return null;
        }
        try {
            Body body = Body.read(frame);
            return new SegmentHeader(
                    body.getLong(),
                    Layer.valueOf(body.getText()),
                    body.getLong(),
                    Objects.requireNonNullElse(body.getInstant(), Instant.EPOCH));
        } catch (BufferUnderflowException | DateTimeException | IllegalArgumentException malformed) {
            return null;
        }
    }
}
