package io.aboveboard.adapter.sink.otlp.encode;

import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.TelemetryRecord;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;

/**
 * Encodes a record as an OTLP {@code LogRecord} message: the same record is the same bytes, in any process. Attributes
 * stand in alphabetical order, as the exporter writes them. Thread-safe; owns nothing to close.
 */
public final class OtlpRecordEncoder implements RecordEncoder {
    /** The tag of the field {@code time_unix_nano}: number 1, fixed64 (logs.proto). The exporter writes it first. */
    private static final byte TIME_UNIX_NANO = 1 << 3 | 1;

    private final CapturingExporter exporter = new CapturingExporter();

    /** An encoder; it fails to link where the OpenTelemetry on the class path is too old. */
    public OtlpRecordEncoder() {}

    @Override
    public EncodedRecord encode(TelemetryRecord telemetryRecord) {
        return new EncodedRecord(
                telemetryRecord.layer(),
                telemetryRecord.epoch(),
                telemetryRecord.uid(),
                telemetryRecord.occurredAt(),
                logRecord(telemetryRecord));
    }

    @Override
    public EncodedRecord restamped(EncodedRecord encoded, Instant at) {
        byte[] bytes = encoded.bytes();
        if (bytes.length <= Long.BYTES || bytes[0] != TIME_UNIX_NANO) {
            throw new RecordEncoderException("record " + encoded.uid() + " does not begin with its time");
        }
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(1, EventData.nanos(at));
        return new EncodedRecord(encoded.layer(), encoded.epoch(), encoded.uid(), at, bytes);
    }

    private byte[] logRecord(TelemetryRecord telemetryRecord) {
        try {
            return exporter.encode(data(telemetryRecord)).logRecord();
        } catch (RuntimeException e) {
            // The name and the uid may be told, values may not: the cause, whose message might hold one, stays here.
            throw new RecordEncoderException(telemetryRecord.eventName() + " (" + telemetryRecord.uid()
                    + ") could not be encoded: " + e.getClass().getSimpleName());
        }
    }

    private static LogRecordData data(TelemetryRecord telemetryRecord) {
        return new EventData(
                Resource.empty(),
                InstrumentationScopeInfo.empty(),
                telemetryRecord.eventName(),
                telemetryRecord.occurredAt(),
                telemetryRecord.observedAt(),
                attributes(telemetryRecord));
    }

    private static Attributes attributes(TelemetryRecord telemetryRecord) {
        AttributesBuilder attributes = Attributes.builder();
        telemetryRecord.attributes().forEach((key, value) -> put(attributes, key, value));
        return attributes
                .put("event_name", telemetryRecord.eventName())
                .put("identity", telemetryRecord.identity())
                .put("detailed", telemetryRecord.layer() == Layer.DETAILED)
                .put("log.record.uid", telemetryRecord.uid().value())
                .build();
    }

    private static void put(AttributesBuilder attributes, String key, PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            attributes.put(key, text.value());
        } else if (value instanceof PropertyValue.Whole whole) {
            attributes.put(key, whole.value());
        } else if (value instanceof PropertyValue.Real real) {
            attributes.put(key, real.value());
        } else if (value instanceof PropertyValue.Flag flag) {
            attributes.put(key, flag.value());
        }
    }
}
