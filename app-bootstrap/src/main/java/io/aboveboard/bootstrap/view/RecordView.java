package io.aboveboard.bootstrap.view;

import com.google.protobuf.InvalidProtocolBufferException;
import io.aboveboard.domain.record.EncodedRecord;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One record, decoded from the bytes that stand on the wire. Immutable. */
public final class RecordView {
    private static final Set<String> ENVELOPE = Set.of("event_name", "identity", "detailed", "log.record.uid");
    private static final Set<String> IN_THE_HEADING = Set.of("event_name", "detailed");

    private final LogRecord log;

    private RecordView(LogRecord log) {
        this.log = log;
    }

    /**
     * A record as it is stored.
     *
     * @param record the record
     * @return its view
     * @throws IllegalArgumentException if its bytes are no OTLP log record
     */
    public static RecordView of(EncodedRecord record) {
        try {
            return of(LogRecord.parseFrom(record.bytes()));
        } catch (InvalidProtocolBufferException undecodable) {
            throw new IllegalArgumentException("record: its bytes are no OTLP log record", undecodable);
        }
    }

    /**
     * A record as it was received.
     *
     * @param log the decoded record
     * @return its view
     */
    public static RecordView of(LogRecord log) {
        return new RecordView(log);
    }

    /**
     * The name of the event.
     *
     * @return the name; safe to print
     */
    public String eventName() {
        return SafeText.of(log.getEventName());
    }

    /**
     * Whom the record is about.
     *
     * @return the attribute {@code identity}, empty where there is none; safe to print
     */
    public String identity() {
        return shown("identity");
    }

    /**
     * Which layer the record says it belongs to.
     *
     * @return whether its attribute {@code detailed} is true
     */
    public boolean isDetailed() {
        return shown("detailed").equals("true");
    }

    /**
     * When it happened.
     *
     * @return the moment
     */
    public Instant occurredAt() {
        return UnixNanos.instant(log.getTimeUnixNano());
    }

    /**
     * What the record says beyond the attributes that every record carries ({@code event_name}, {@code identity}, {@code
     * detailed}, {@code log.record.uid}).
     *
     * @return of a base record its 12 fields; as many entries as on the wire, in its order
     */
    public List<Field> fields() {
        return shownWithout(ENVELOPE);
    }

    /**
     * The record as one OTLP/JSON log record.
     *
     * @return one line: names in lower camel case, 64-bit numbers as texts, enums as numbers
     */
    public String json() {
        return OtlpJson.of(log).toString();
    }

    /**
     * The record for people: a heading of event name, layer and time, then a line for each attribute.
     *
     * @return lines without a last line break; safe to print, nothing shortened
     */
    public String text() {
        String heading = eventName() + "  (" + (isDetailed() ? "detailed" : "base") + ", " + occurredAt() + ")";
        return FieldTable.under(heading, shownWithout(IN_THE_HEADING));
    }

    private String shown(String key) {
        return log.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> Shown.of(attribute.getValue()))
                .findFirst()
                .orElse("");
    }

    private List<Field> shownWithout(Set<String> keys) {
        return log.getAttributesList().stream()
                .filter(attribute -> !keys.contains(attribute.getKey()))
                .map(RecordView::field)
                .toList();
    }

    private static Field field(KeyValue attribute) {
        return new Field(SafeText.of(attribute.getKey()), Shown.of(attribute.getValue()));
    }

    /**
     * One attribute, safe to print.
     *
     * @param key its key
     * @param value its value as text
     */
    public record Field(String key, String value) {}
}
