package io.aboveboard.domain.record;

import io.aboveboard.domain.event.Attributes;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.PropertyValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record of the detailed layer.
 *
 * @param epoch the consent epoch it was made under
 * @param uid its uid
 * @param name the checked event name
 * @param identity the user's internal id or its hash, or the install id
 * @param occurredAt when it happened
 * @param observedAt when the library took it
 * @param attributes everything else it carries, in the order of sending; copied
 */
public record DetailedRecord(
        long epoch,
        RecordUid uid,
        EventName name,
        String identity,
        Instant occurredAt,
        Instant observedAt,
        Map<String, PropertyValue> attributes)
        implements TelemetryRecord {
    /** Copies the attributes, unless nobody can change them any more. */
    public DetailedRecord {
        boolean isSealed = attributes instanceof Attributes own && own.isSealed();
        attributes = isSealed ? attributes : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    @Override
    public Layer layer() {
        return Layer.DETAILED;
    }

    @Override
    public String eventName() {
        return name.value();
    }
}
