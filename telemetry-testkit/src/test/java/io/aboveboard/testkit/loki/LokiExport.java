package io.aboveboard.testkit.loki;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request of one resource, put together step by step. Not thread-safe. */
final class LokiExport {
    private final Map<String, String> resource = new LinkedHashMap<>(Map.of("service.name", "timetracker"));
    private final ScopeLogs.Builder logs =
            ScopeLogs.newBuilder().setScope(InstrumentationScope.newBuilder().setName("timetracker.telemetry"));

    LokiExport resource(String key, String value) {
        resource.put(key, value);
        return this;
    }

    LokiExport log(Instant time, String line) {
        return log(time, line, Map.of());
    }

    LokiExport log(Instant time, String line, Map<String, String> attributes) {
        LogRecord.Builder log = LogRecord.newBuilder()
                .setTimeUnixNano(time.getEpochSecond() * 1_000_000_000L + time.getNano())
                .setObservedTimeUnixNano(1)
                .setSeverityNumberValue(9)
                .setBody(AnyValue.newBuilder().setStringValue(line));
        attributes.forEach((key, value) -> log.addAttributes(attribute(key, value)));
        logs.addLogRecords(log);
        return this;
    }

    byte[] bytes() {
        Resource.Builder described = Resource.newBuilder();
        resource.forEach((key, value) -> described.addAttributes(attribute(key, value)));
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(
                        ResourceLogs.newBuilder().setResource(described).addScopeLogs(logs))
                .build()
                .toByteArray();
    }

    private static KeyValue attribute(String key, String value) {
        return KeyValue.newBuilder()
                .setKey(key)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }
}
