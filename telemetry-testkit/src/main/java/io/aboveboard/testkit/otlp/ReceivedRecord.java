package io.aboveboard.testkit.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.resource.v1.Resource;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One log record as the receiver decoded it. Attributes keep the order of the wire; their values are {@link String},
 * {@link Boolean}, {@link Long}, {@link Double}, {@link ByteString}, or a {@link java.util.List} or {@link Map} of those.
 * Immutable.
 *
 * @param eventName the field {@code event_name} of the record, empty where unset
 * @param body the body, which is a text
 * @param severity the severity's number; 9 is INFO
 * @param time when it occurred
 * @param observedTime when it was observed
 * @param attributes all attributes
 * @param resource the attributes of its resource
 * @param scope the name of its scope
 * @param encoded the record's own bytes as they stood on the wire; of a JSON request, their protobuf form
 */
public record ReceivedRecord(
        String eventName,
        String body,
        int severity,
        Instant time,
        Instant observedTime,
        Map<String, Object> attributes,
        Map<String, Object> resource,
        String scope,
        ByteString encoded) {
    private static final Set<String> ENVELOPE = Set.of("event_name", "identity", "detailed", "log.record.uid");

    static ReceivedRecord of(LogRecord log, Resource resource, InstrumentationScope scope, ByteString encoded) {
        return new ReceivedRecord(
                log.getEventName(),
                log.getBody().getStringValue(),
                log.getSeverityNumberValue(),
                instant(log.getTimeUnixNano()),
                instant(log.getObservedTimeUnixNano()),
                AnyValues.decode(log.getAttributesList()),
                AnyValues.decode(resource.getAttributesList()),
                scope.getName(),
                encoded);
    }

    /**
     * Who it is about.
     *
     * @return the attribute {@code identity}
     * @throws AssertionError if there is none
     */
    public String identity() {
        return attribute("identity", String.class);
    }

    /**
     * Whether it belongs to the detailed layer.
     *
     * @return the attribute {@code detailed}
     * @throws AssertionError if there is none
     */
    public boolean detailed() {
        return attribute("detailed", Boolean.class);
    }

    /**
     * By what a duplicate is recognised.
     *
     * @return the attribute {@code log.record.uid}
     * @throws AssertionError if there is none
     */
    public String uid() {
        return attribute("log.record.uid", String.class);
    }

    /**
     * What the record says, without the attributes every record carries ({@code event_name}, {@code identity}, {@code
     * detailed}, {@code log.record.uid}).
     *
     * @return of a base record its 12 fields, in the order of the wire; unmodifiable
     */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(attributes);
        fields.keySet().removeAll(ENVELOPE);
        return Collections.unmodifiableMap(fields);
    }

    private <T> T attribute(String key, Class<T> type) {
        Object value = attributes.get(key);
        if (!type.isInstance(value)) {
            throw new AssertionError("no " + type.getSimpleName() + " attribute " + key + " in " + this);
        }
        return type.cast(value);
    }

    private static Instant instant(long nanos) {
        long billion = 1_000_000_000L;
        return Instant.ofEpochSecond(Long.divideUnsigned(nanos, billion), Long.remainderUnsigned(nanos, billion));
    }
}
