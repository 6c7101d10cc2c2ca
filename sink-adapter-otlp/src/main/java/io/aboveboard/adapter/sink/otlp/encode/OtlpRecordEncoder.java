package io.aboveboard.adapter.sink.otlp.encode;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.TelemetryRecord;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Encodes a record as an OTLP {@code LogRecord} message: the same record is the same bytes, in any process, and they are
 * those that the OpenTelemetry exporter would write. Attributes stand in alphabetical order. Thread-safe; owns nothing to
 * close.
 */
public final class OtlpRecordEncoder implements RecordEncoder {
    /** There is one recorder, which always finds the writer here; another thread makes itself one. */
    private final AtomicReference<@Nullable RecordWriter> idle = new AtomicReference<>();

    @Override
    public EncodedRecord encode(TelemetryRecord telemetryRecord) {
        RecordWriter kept = idle.getAndSet(null);
        RecordWriter writer = kept == null ? new RecordWriter() : kept;
        EncodedRecord encoded = encode(writer, telemetryRecord);
        idle.set(writer);
        return encoded;
    }

    private static EncodedRecord encode(RecordWriter writer, TelemetryRecord telemetryRecord) {
        try {
            return writer.write(telemetryRecord);
        } catch (RuntimeException e) {
            // The name and the uid may be told, values may not: the cause, whose message might hold one, stays here.
            throw new RecordEncoderException(telemetryRecord.eventName() + " (" + telemetryRecord.uid()
                    + ") could not be encoded: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public EncodedRecord restamped(EncodedRecord encoded, Instant at) {
        byte[] bytes = encoded.bytes();
        if (bytes.length <= Long.BYTES || bytes[0] != LogFields.TIME_UNIX_NANO) {
            throw new RecordEncoderException("record " + encoded.uid() + " does not begin with its time");
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(1, nanosOf(at));
        return new EncodedRecord(encoded.layer(), encoded.epoch(), encoded.uid(), at, bytes);
    }

    private static long nanosOf(Instant at) {
        try {
            return UnixNanos.of(at);
        } catch (ArithmeticException unsayable) {
            throw new RecordEncoderException("the time " + at + " cannot be told in nanoseconds");
        }
    }
}
