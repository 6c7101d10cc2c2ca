package io.aboveboard.adapter.sink.otlp.encode;

import io.aboveboard.adapter.sink.otlp.wire.LogsRequest;
import io.aboveboard.adapter.sink.otlp.wire.RequestParts;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.base.Service;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.resources.Resource;
import java.util.Set;

/** Encodes the resource and the scope under which the records of a service travel. Thread-safe; owns nothing to close. */
public final class Envelopes {
    /** What the SDK may say of itself; an allow-list, as a later version may know more than should leave. */
    private static final Set<String> SDK =
            Set.of("telemetry.sdk.name", "telemetry.sdk.language", "telemetry.sdk.version");

    private final CapturingExporter exporter = new CapturingExporter();

    /** Envelopes; they fail to link where the OpenTelemetry on the class path is too old. */
    public Envelopes() {}

    /**
     * The envelope of a service.
     *
     * @param instanceId tells its records from those of other installations, or {@code null}
     */
    public LogsRequest of(Service service, @Nullable String instanceId) {
        RequestParts parts = exporter.encode(new EventData(resource(service, instanceId), scope(service), "envelope"));
        return new LogsRequest(parts.resource(), parts.scope());
    }

    /** How the exporter that encodes names itself and its version to a server. */
    public String userAgent() {
        return exporter.userAgent();
    }

    private static InstrumentationScopeInfo scope(Service service) {
        return InstrumentationScopeInfo.create(service.name() + ".telemetry");
    }

    /** The builder leaves out an attribute that is {@code null}. */
    private static Resource resource(Service service, @Nullable String instanceId) {
        return Resource.create(Attributes.builder()
                .putAll(sdk())
                .put("service.name", service.name())
                .put("service.version", service.version())
                .put("service.instance.id", instanceId)
                .put("deployment.environment", service.environment())
                .put("deployment.environment.name", service.environment())
                .build());
    }

    private static Attributes sdk() {
        return Resource.getDefault().getAttributes().toBuilder()
                .removeIf(Envelopes::isForeign)
                .build();
    }

    private static boolean isForeign(AttributeKey<?> key) {
        return !SDK.contains(key.getKey());
    }
}
