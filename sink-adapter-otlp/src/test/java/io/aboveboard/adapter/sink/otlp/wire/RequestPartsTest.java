package io.aboveboard.adapter.sink.otlp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import org.junit.jupiter.api.Test;

class RequestPartsTest {
    private static final Resource RESOURCE =
            Resource.newBuilder().setDroppedAttributesCount(1).build();
    private static final InstrumentationScope SCOPE =
            InstrumentationScope.newBuilder().setName("a.telemetry").build();
    private static final LogRecord LOG_RECORD =
            LogRecord.newBuilder().setEventName("a.b").build();

    @Test
    void takesARequestOfOneRecordApart() throws Exception {
        RequestParts parts = RequestParts.of(request(LOG_RECORD));

        assertThat(parts.resource()).isEqualTo(RESOURCE.toByteArray());
        assertThat(parts.scope()).isEqualTo(SCOPE.toByteArray());
        assertThat(parts.logRecord()).isEqualTo(LOG_RECORD.toByteArray());
    }

    @Test
    void refusesARequestOfAnyOtherNumberOfRecords() {
        assertThatThrownBy(() -> RequestParts.of(request())).isInstanceOf(MalformedMessageException.class);
        assertThatThrownBy(() -> RequestParts.of(request(LOG_RECORD, LOG_RECORD)))
                .isInstanceOf(MalformedMessageException.class);
    }

    private static byte[] request(LogRecord... logRecords) {
        ScopeLogs.Builder scopeLogs = ScopeLogs.newBuilder().setScope(SCOPE).setSchemaUrl("https://schema");
        for (LogRecord logRecord : logRecords) {
            scopeLogs.addLogRecords(logRecord);
        }
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder().setResource(RESOURCE).addScopeLogs(scopeLogs))
                .build()
                .toByteArray();
    }
}
