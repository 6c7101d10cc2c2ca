package io.aboveboard.adapter.outbox.file;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;

/** An encoded record as the body of a frame: kind, layer, length of the uid, time, epoch, uid, bytes. */
final class RecordFrame {
    private static final int LAYER_AT = 1;
    private static final int UID_LENGTH_AT = 2;
    private static final int NANOS_AT = 3;
    private static final int SECONDS_AT = 7;
    private static final int EPOCH_AT = 15;
    private static final int UID_AT = 23;

    private static final int COMPUTED_LENGTH = 36;
    private static final int VERSION_AT = 14;

    private RecordFrame() {}

    /** How long the frame of a record is. */
    static long lengthOf(EncodedRecord record) {
        return (long) Frame.HEAD + bodyLength(record);
    }

    static boolean fits(EncodedRecord record) {
        return bodyLength(record) <= Frame.LONGEST;
    }

    private static int bodyLength(EncodedRecord record) {
        return UID_AT + record.uid().value().length() + record.size();
    }

    static void write(EncodedRecord record, FrameWriter frames) {
        int length = bodyLength(record);
        String uid = record.uid().value();
        ByteBuffer body = frames.open(length);
        body.put(Frame.RECORD).put(codeOf(record.layer())).put((byte) uid.length());
        Instant occurredAt = record.occurredAt();
        body.putInt(occurredAt.getNano()).putLong(occurredAt.getEpochSecond());
        body.putLong(record.epoch());
        put(uid, body);
        record.writeTo(body);
        frames.close(length);
    }

    /** All of it is ASCII, and goes into the array at once, as there is one for each record. */
    private static void put(String uid, ByteBuffer body) {
        byte[] bytes = body.array();
        int at = body.arrayOffset() + body.position();
        for (int i = 0; i < uid.length(); i++) {
            bytes[at + i] = (byte) uid.charAt(i);
        }
        body.position(body.position() + uid.length());
    }

    /** Whether a frame was found that holds a record of this layer and consent, as its place says. */
    private static boolean belongsTo(Segment segment, FrameReader frame) {
        return isRecord(frame) && layerOf(frame) == segment.layer() && epochOf(frame) == segment.epoch();
    }

    /** Whether a frame was found that holds a record. */
    static boolean isRecord(FrameReader frame) {
        return frame.isFrame()
                && frame.kind() == Frame.RECORD
                && frame.bodyLength() >= UID_AT
                && uidLength(frame) > 0
                && frame.bodyLength() >= UID_AT + uidLength(frame);
    }

    static long epochOf(FrameReader frame) {
        return frame.body().getLong(frame.bodyAt() + EPOCH_AT);
    }

    static Layer layerOf(FrameReader frame) {
        return frame.body().get(frame.bodyAt() + LAYER_AT) == codeOf(Layer.BASE) ? Layer.BASE : Layer.DETAILED;
    }

    private static byte codeOf(Layer layer) {
        return (byte) (layer == Layer.BASE ? 0 : 1);
    }

    /** How many bytes the encoded record has. */
    static int sizeOf(FrameReader frame) {
        return frame.bodyLength() - UID_AT - uidLength(frame);
    }

    /** Whether the uid is a computed one, without making it. */
    static boolean isComputed(FrameReader frame) {
        return uidLength(frame) == COMPUTED_LENGTH && frame.body().get(frame.bodyAt() + UID_AT + VERSION_AT) == '5';
    }

    static RecordUid uidOf(FrameReader frame) {
        return new RecordUid(
                new String(frame.bytes(), frame.bodyAt() + UID_AT, uidLength(frame), StandardCharsets.ISO_8859_1));
    }

    /** The record that was found, or {@code null} if none was that belongs to the segment. */
    static @Nullable EncodedRecord read(FrameReader frame, Segment segment) {
        return belongsTo(segment, frame) ? readAny(frame) : null;
    }

    /** The record that was found, wherever it belongs, or {@code null} if none was. */
    static @Nullable EncodedRecord readAny(FrameReader frame) {
        try {
            return isRecord(frame) ? decode(frame) : null;
        } catch (IllegalArgumentException | DateTimeException malformed) {
            return null;
        }
    }

    /** Whether the record that was found belongs to the segment, without making it. */
    static boolean isReadable(FrameReader frame, Segment segment) {
        return belongsTo(segment, frame)
                && frame.body().getInt(frame.bodyAt() + NANOS_AT) >= 0
                && (!isComputed(frame) || read(frame, segment) != null);
    }

    private static EncodedRecord decode(FrameReader frame) {
        ByteBuffer body = frame.body();
        int at = frame.bodyAt();
        Instant occurredAt = Instant.ofEpochSecond(body.getLong(at + SECONDS_AT), body.getInt(at + NANOS_AT));
        return new EncodedRecord(
                layerOf(frame),
                epochOf(frame),
                uidOf(frame),
                occurredAt,
                frame.bytes(),
                at + UID_AT + uidLength(frame),
                sizeOf(frame));
    }

    private static int uidLength(FrameReader frame) {
        return frame.body().get(frame.bodyAt() + UID_LENGTH_AT);
    }
}
