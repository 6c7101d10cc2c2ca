package io.aboveboard.testkit.otlp;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;

/** Requests to send to the receiver. */
final class Exports {
    private Exports() {}

    static ExportLogsServiceRequest of(LogRecord... logs) {
        ScopeLogs.Builder scope = ScopeLogs.newBuilder()
                .setScope(InstrumentationScope.newBuilder().setName("timetracker.telemetry"));
        for (LogRecord log : logs) {
            scope.addLogRecords(log);
        }
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(text("service.name", "timetracker")))
                        .addScopeLogs(scope))
                .build();
    }

    static LogRecord log(String eventName) {
        return LogRecord.newBuilder()
                .setTimeUnixNano(1_700_000_000_123_456_789L)
                .setObservedTimeUnixNano(1_700_000_001_000_000_000L)
                .setSeverityNumberValue(9)
                .setBody(AnyValue.newBuilder().setStringValue(eventName))
                .setEventName(eventName)
                .addAttributes(text("event_name", eventName))
                .addAttributes(text("identity", "42"))
                .addAttributes(attribute("detailed", AnyValue.newBuilder().setBoolValue(true)))
                .addAttributes(text("log.record.uid", "uid-1"))
                .addAttributes(attribute("count", AnyValue.newBuilder().setIntValue(Long.MAX_VALUE)))
                .addAttributes(attribute("ratio", AnyValue.newBuilder().setDoubleValue(0.5)))
                .addAttributes(attribute("tags", tags("a", "b")))
                .build();
    }

    static KeyValue text(String key, String value) {
        return attribute(key, AnyValue.newBuilder().setStringValue(value)).build();
    }

    private static AnyValue.Builder tags(String... tags) {
        ArrayValue.Builder values = ArrayValue.newBuilder();
        for (String tag : tags) {
            values.addValues(AnyValue.newBuilder().setStringValue(tag));
        }
        return AnyValue.newBuilder().setArrayValue(values);
    }

    private static KeyValue.Builder attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value);
    }
}
