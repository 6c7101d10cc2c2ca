package io.aboveboard.domain.record;

import io.aboveboard.domain.event.PropertyValue;
import java.time.Instant;
import java.util.Map;

/**
 * One record before it is encoded. {@link #attributes()} is all it carries beside the common part; an encoder adds
 * nothing of its own. Immutable.
 */
public sealed interface TelemetryRecord permits BaseRecord, DetailedRecord {
    /**
     * Which layer it belongs to.
     *
     * @return the layer
     */
    Layer layer();

    /**
     * Under which consent it was made.
     *
     * @return the consent epoch, 0 for the base layer
     */
    long epoch();

    /**
     * Its identity among records.
     *
     * @return the uid
     */
    RecordUid uid();

    /**
     * The name of the event.
     *
     * @return such as {@code timer.started}
     */
    String eventName();

    /**
     * Whom it is about: the installation, or a user's internal id.
     *
     * @return the value of the attribute {@code identity}
     */
    String identity();

    /**
     * When it happened.
     *
     * @return the moment
     */
    Instant occurredAt();

    /**
     * When the library took it.
     *
     * @return the moment
     */
    Instant observedAt();

    /**
     * The attributes beyond the common part.
     *
     * @return an unmodifiable map in the order of sending
     */
    Map<String, PropertyValue> attributes();
}
