package io.aboveboard.adapter.sink.otlp.encode;

import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.TelemetryRecord;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;

/** What OpenTelemetry's own exporter makes of a record. */
public final class ExporterReference {
    private final CapturingExporter exporter = new CapturingExporter();

    public byte[] encode(TelemetryRecord telemetryRecord) {
        EventData data = new EventData(
                Resource.empty(),
                InstrumentationScopeInfo.empty(),
                telemetryRecord.eventName(),
                telemetryRecord.occurredAt(),
                telemetryRecord.observedAt(),
                attributes(telemetryRecord));
        return exporter.encode(data).logRecord();
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
