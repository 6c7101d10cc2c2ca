package io.aboveboard.testkit.fake;

import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.TelemetryRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.StringJoiner;

/** An encoder whose bytes a person can read: UTF-8, one line for each attribute. Immutable. */
public final class ReadableRecordEncoder implements RecordEncoder {
    private static final String OCCURRED_AT = "occurred_at";

    /** An encoder. */
    public ReadableRecordEncoder() {}

    /**
     * The text of an encoded record.
     *
     * @param encoded a record that this encoder encoded
     * @return its lines
     */
    public static String textOf(EncodedRecord encoded) {
        return new String(encoded.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public EncodedRecord encode(TelemetryRecord record) {
        byte[] bytes = text(record).getBytes(StandardCharsets.UTF_8);
        return new EncodedRecord(record.layer(), record.epoch(), record.uid(), record.occurredAt(), bytes);
    }

    @Override
    public EncodedRecord restamped(EncodedRecord encoded, Instant at) {
        String stamped = textOf(encoded).replace(line(OCCURRED_AT, encoded.occurredAt()), line(OCCURRED_AT, at));
        return new EncodedRecord(
                encoded.layer(), encoded.epoch(), encoded.uid(), at, stamped.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(String key, Object value) {
        return key + "=" + value;
    }

    private static String text(TelemetryRecord record) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("event_name=" + record.eventName());
        lines.add("identity=" + record.identity());
        lines.add("uid=" + record.uid());
        lines.add(line(OCCURRED_AT, record.occurredAt()));
        lines.add("observed_at=" + record.observedAt());
        record.attributes().forEach((key, value) -> lines.add(key + "=" + text(value)));
        return lines.toString();
    }

    private static String text(PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            return '"' + text.value() + '"';
        }
        if (value instanceof PropertyValue.Whole whole) {
            return Long.toString(whole.value());
        }
        if (value instanceof PropertyValue.Real real) {
            return Double.toString(real.value());
        }
        return Boolean.toString(((PropertyValue.Flag) value).value());
    }
}
