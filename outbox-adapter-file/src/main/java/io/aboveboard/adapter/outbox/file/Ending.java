package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.Settlement;
import io.aboveboard.domain.record.DropReason;
import java.nio.BufferUnderflowException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;

/**
 * What became of the records in one part of a segment.
 *
 * @param from where the first begins
 * @param to where the last ends
 * @param count how many there are
 * @param how which end they met
 * @param at when they were delivered, {@code null} if they were not
 * @param rejected how many of the delivered the receiver said it rejected
 * @param text the receiver's remark, or the reason why they were dropped
 */
record Ending(
        long from, long to, int count, How how, @Nullable Instant at, int rejected, String text) {
    /** Which end. */
    enum How {
        /** They were delivered and are kept as sent. */
        DELIVERED((byte) 1),
        /** They were dropped and counted. */
        DROPPED((byte) 2),
        /** Another record of the same uid took their place. */
        REPLACED((byte) 3);

        private final byte code;

        How(byte code) {
            this.code = code;
        }

        /** What stands for it in a file. */
        byte code() {
            return code;
        }

        static How of(byte code) {
            for (How how : values()) {
                if (how.code == code) {
                    return how;
                }
            }
            throw new IllegalArgumentException("code: unknown");
        }
    }

    static Ending of(Settlement settlement, long from, long to, int count, int rejected) {
        return settlement instanceof Settlement.Delivered delivered
                ? new Ending(from, to, count, How.DELIVERED, delivered.at(), rejected, delivered.remark())
                : dropped(from, to, count, ((Settlement.Dropped) settlement).reason());
    }

    static Ending dropped(long from, long to, int count, DropReason reason) {
        return new Ending(from, to, count, How.DROPPED, null, 0, reason.name());
    }

    static Ending replaced(long from, long to) {
        return new Ending(from, to, 1, How.REPLACED, null, 0, "");
    }

    boolean isDelivered() {
        return how == How.DELIVERED;
    }

    /** The same of records that lie elsewhere now. */
    Ending at(long newFrom, long newTo) {
        return new Ending(newFrom, newTo, count, how, at, rejected, text);
    }

    /** The same for no record at all. */
    Ending uncounted() {
        return new Ending(from, to, 0, how, at, rejected, text);
    }

    /** Whether nothing but damage was found there. */
    boolean isDamage() {
        return how == How.DROPPED && text.equals(DropReason.CORRUPT.name());
    }

    /** When they were delivered, of those that were. */
    Instant deliveredAt() {
        return Objects.requireNonNull(at, "at");
    }

    /** What it adds to the account. */
    Entry toEntry() {
        return switch (how) {
            case DELIVERED -> Entry.delivered(count - rejected).plus(Entry.dropped(DropReason.REJECTED, rejected));
            case DROPPED -> Entry.dropped(text, count);
            case REPLACED -> Entry.NOTHING;
        };
    }

    void writeTo(FrameWriter frames) {
        frames.add(Body.of(Frame.ENDING)
                .put(how.code())
                .put(from)
                .put(to)
                .put(count)
                .put(rejected)
                .put(at)
                .put(text)
                .toArray());
    }

    /** The one in a frame, or {@code null} if there is none. */
    static @Nullable Ending read(FrameReader frame) {
        if (frame.kind() != Frame.ENDING) {
            return null;
        }
        try {
            Body body = Body.read(frame);
            How how = How.of(body.getByte());
            long from = body.getLong();
            long to = body.getLong();
            int count = body.getInt();
            int rejected = body.getInt();
            return new Ending(from, to, count, how, body.getInstant(), rejected, body.getText());
        } catch (BufferUnderflowException | DateTimeException | IllegalArgumentException malformed) {
            return null;
        }
    }
}
