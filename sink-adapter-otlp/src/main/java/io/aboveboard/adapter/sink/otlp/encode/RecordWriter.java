package io.aboveboard.adapter.sink.otlp.encode;

import io.aboveboard.adapter.sink.otlp.wire.ProtoBuffer;
import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.TelemetryRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Writes log records by hand, byte for byte as the OpenTelemetry exporter does, only faster: the attributes of events of
 * one kind are sorted once, and what recurs is copied. It makes no garbage but the record. Not thread-safe.
 */
final class RecordWriter implements BiConsumer<String, PropertyValue> {
    /** Bounded, so that events whose keys always differ cost time but no memory; a power of two. */
    private static final int SHAPES = 256;

    /** The largest varint of one byte, and the last ASCII character. */
    private static final int LARGEST_OF_ONE_BYTE = 0x7f;

    private static final int USUAL_SIZE = 1024;

    /** What is longer than this is not kept for the next record. */
    private static final int LARGEST_KEPT = 64 * 1024;

    private final RecordShape[] shapes = new RecordShape[SHAPES];
    private ProtoBuffer buffer = new ProtoBuffer(USUAL_SIZE);
    private String[] keys = new String[32];
    private PropertyValue[] values = new PropertyValue[32];
    private int count;

    /**
     * Encodes one record.
     *
     * @throws ArithmeticException where a moment is beyond what 64 bits of nanoseconds can hold
     */
    EncodedRecord write(TelemetryRecord telemetryRecord) {
        count = 0;
        buffer.moveTo(0);
        telemetryRecord.attributes().forEach(this);
        write(telemetryRecord, shapeOf(telemetryRecord.eventName()));
        EncodedRecord encoded = new EncodedRecord(
                telemetryRecord.layer(),
                telemetryRecord.epoch(),
                telemetryRecord.uid(),
                telemetryRecord.occurredAt(),
                buffer.array(),
                0,
                buffer.position());
        forget();
        return encoded;
    }

    /** Takes one attribute, whose key is none of those before. */
    @Override
    public void accept(String key, PropertyValue value) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
            values = Arrays.copyOf(values, 2 * count);
        }
        keys[count] = key;
        values[count++] = value;
    }

    private void forget() {
        if (buffer.array().length > LARGEST_KEPT) {
            buffer = new ProtoBuffer(USUAL_SIZE);
        }
    }

    /** Few of the keys are looked at to find the shape, and all of them to make sure that it is the right one. */
    private RecordShape shapeOf(String eventName) {
        int hash = eventName.hashCode() + count;
        if (count > 0) {
            hash = 31 * (31 * hash + keys[0].hashCode()) + keys[count - 1].hashCode();
        }
        int index = (hash ^ (hash >>> 16)) & (SHAPES - 1);
        RecordShape known = shapes[index];
        if (known == null || !known.isOf(eventName, keys, count)) {
            known = RecordShape.of(eventName, Arrays.copyOf(keys, count));
            shapes[index] = known;
        }
        return known;
    }

    private void write(TelemetryRecord telemetryRecord, RecordShape shape) {
        time(LogFields.TIME_UNIX_NANO, telemetryRecord.occurredAt());
        time(LogFields.OBSERVED_TIME_UNIX_NANO, telemetryRecord.observedAt());
        buffer.encoded(shape.head(), shape.head().length);
        for (RecordShape.Slot slot : shape.slots()) {
            attribute(telemetryRecord, slot);
        }
        buffer.encoded(shape.tail(), shape.tail().length);
    }

    /** The exporter leaves out a zero. */
    private void time(int tag, Instant moment) {
        long nanos = UnixNanos.of(moment);
        if (nanos != 0) {
            buffer.octet(tag);
            buffer.fixed64(nanos);
        }
    }

    private void attribute(TelemetryRecord telemetryRecord, RecordShape.Slot slot) {
        switch (slot.source()) {
            case RecordShape.EVENT_NAME -> text(slot, telemetryRecord.eventName());
            case RecordShape.IDENTITY -> text(slot, telemetryRecord.identity());
            case RecordShape.DETAILED -> flag(slot, telemetryRecord.layer() == Layer.DETAILED);
            case RecordShape.UID -> text(slot, telemetryRecord.uid().value());
            default -> value(slot, values[slot.source()]);
        }
    }

    private void value(RecordShape.Slot slot, PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            text(slot, text.value());
        } else if (value instanceof PropertyValue.Whole whole) {
            begin(slot, 1 + ProtoBuffer.sizeOfVarint(whole.value()), LogFields.INT_VALUE);
            buffer.varint(whole.value());
        } else if (value instanceof PropertyValue.Real real) {
            begin(slot, 1 + Long.BYTES, LogFields.DOUBLE_VALUE);
            buffer.fixed64(Double.doubleToRawLongBits(real.value()));
        } else if (value instanceof PropertyValue.Flag flag) {
            flag(slot, flag.value());
        }
    }

    private void flag(RecordShape.Slot slot, boolean value) {
        begin(slot, 2, LogFields.BOOL_VALUE);
        buffer.octet(value ? 1 : 0);
    }

    private void text(RecordShape.Slot slot, String text) {
        if (slot.remembers(text)) {
            slot.repeat(buffer);
            return;
        }
        int from = buffer.position();
        if (!isShort(slot, text) || !shortText(slot, text)) {
            buffer.moveTo(from);
            longText(slot, text);
        }
        slot.remember(text, buffer.array(), from, buffer.position());
    }

    /** Whether, if it is ASCII, every length that stands before it takes one byte. */
    private static boolean isShort(RecordShape.Slot slot, String text) {
        return slot.encodedKey().length + text.length() + 3 <= LARGEST_OF_ONE_BYTE;
    }

    /** Writes a short text as if it were ASCII, as nearly all are; says whether it was. */
    private boolean shortText(RecordShape.Slot slot, String text) {
        int length = text.length();
        beginShort(slot.encodedKey(), slot.encodedKey().length + length + 3, length + 2, LogFields.STRING_VALUE);
        byte[] bytes = buffer.room(length + 1);
        int at = buffer.position();
        bytes[at++] = (byte) length;
        int seen = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            seen |= c;
            bytes[at + i] = (byte) c;
        }
        buffer.moveTo(at + length);
        return seen <= LARGEST_OF_ONE_BYTE;
    }

    private void longText(RecordShape.Slot slot, String text) {
        int length = ProtoBuffer.sizeOfUtf8(text);
        begin(slot, 1 + ProtoBuffer.sizeOfVarint(length) + length, LogFields.STRING_VALUE);
        buffer.varint(length);
        buffer.utf8(text);
    }

    /** Writes of an attribute all that stands before its value, which is this long without its own tag and length. */
    private void begin(RecordShape.Slot slot, int valueLength, int tag) {
        byte[] key = slot.encodedKey();
        int sum = key.length + ProtoBuffer.sizeOfVarint(valueLength) + valueLength;
        if (sum <= LARGEST_OF_ONE_BYTE) {
            beginShort(key, sum, valueLength, tag);
            return;
        }
        buffer.octet(LogFields.ATTRIBUTES);
        buffer.varint(sum);
        buffer.encoded(key, key.length);
        buffer.varint(valueLength);
        buffer.octet(tag);
    }

    private void beginShort(byte[] key, int sum, int valueLength, int tag) {
        byte[] bytes = buffer.room(sum + 2);
        int at = buffer.position();
        bytes[at] = LogFields.ATTRIBUTES;
        bytes[at + 1] = (byte) sum;
        System.arraycopy(key, 0, bytes, at + 2, key.length);
        at += key.length + 2;
        bytes[at] = (byte) valueLength;
        bytes[at + 1] = (byte) tag;
        buffer.moveTo(at + 2);
    }
}
