package io.aboveboard.adapter.sink.otlp.encode;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.logs.data.Body;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Instant;

/**
 * One event as the exporter takes it. The SDK's own logger would do, were it not that it keeps attributes in an order
 * that differs from one start of the JVM to the next: here the same event is always the same bytes. There is no span
 * either: a trace that the host happens to be in is not the maker's business. Immutable.
 */
final class EventData implements LogRecordData {
    private final Resource resource;
    private final InstrumentationScopeInfo scope;
    private final String name;
    private final Instant occurredAt;
    private final Instant observedAt;
    private final Attributes attributes;

    EventData(Resource resource, InstrumentationScopeInfo scope, String name) {
        this(resource, scope, name, Instant.EPOCH, Instant.EPOCH, Attributes.empty());
    }

    EventData(
            Resource resource,
            InstrumentationScopeInfo scope,
            String name,
            Instant occurredAt,
            Instant observedAt,
            Attributes attributes) {
        this.resource = resource;
        this.scope = scope;
        this.name = name;
        this.occurredAt = occurredAt;
        this.observedAt = observedAt;
        this.attributes = attributes;
    }

    @Override
    public Resource getResource() {
        return resource;
    }

    @Override
    public InstrumentationScopeInfo getInstrumentationScopeInfo() {
        return scope;
    }

    @Override
    public String getEventName() {
        return name;
    }

    @Override
    @SuppressWarnings("deprecation") // The type is deprecated, the method still has no default.
    public Body getBody() {
        return Body.string(name);
    }

    @Override
    public long getTimestampEpochNanos() {
        return UnixNanos.of(occurredAt);
    }

    @Override
    public long getObservedTimestampEpochNanos() {
        return UnixNanos.of(observedAt);
    }

    @Override
    public Severity getSeverity() {
        return Severity.INFO;
    }

    @Override
    public String getSeverityText() {
        return Severity.INFO.name();
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public SpanContext getSpanContext() {
        return SpanContext.getInvalid();
    }
}
