package io.aboveboard.domain.record;

import io.aboveboard.domain.base.BaseEvent;
import io.aboveboard.domain.base.BaseFields;
import io.aboveboard.domain.event.PropertyValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record of the base layer: it can carry nothing but the 12 fields.
 *
 * @param event which of the two
 * @param fields the 12 fields
 * @param uid its uid
 */
public record BaseRecord(BaseEvent event, BaseFields fields, RecordUid uid) implements TelemetryRecord {
    @Override
    public Layer layer() {
        return Layer.BASE;
    }

    @Override
    public long epoch() {
        return 0;
    }

    @Override
    public String eventName() {
        return event.eventName();
    }

    @Override
    public String identity() {
        return fields.installId().toString();
    }

    @Override
    public Instant occurredAt() {
        return fields.heartbeatAt();
    }

    @Override
    public Instant observedAt() {
        return fields.heartbeatAt();
    }

    @Override
    public Map<String, PropertyValue> attributes() {
        Map<String, PropertyValue> attributes = new LinkedHashMap<>();
        fields.entries().forEach((name, value) -> attributes.put(name, new PropertyValue.Text(value)));
        return Collections.unmodifiableMap(attributes);
    }
}
