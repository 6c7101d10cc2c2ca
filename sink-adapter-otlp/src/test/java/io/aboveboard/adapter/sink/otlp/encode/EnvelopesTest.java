package io.aboveboard.adapter.sink.otlp.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import io.aboveboard.adapter.sink.otlp.TestRecords;
import io.aboveboard.adapter.sink.otlp.wire.LogsRequest;
import io.aboveboard.adapter.sink.otlp.wire.RequestParts;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.sdk.common.InstrumentationScopeInfo;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTest {
    private static final long SEED = 4711;

    private final Envelopes envelopes = new Envelopes();

    @Test
    @Fault("I2")
    @Proves(Promise.P11)
    void tellsOfTheResourceExactlyWhatTheWireFormatNames() throws Exception {
        EncodedRecord logRecord = new OtlpRecordEncoder().encode(TestRecords.heartbeat());

        ExportLogsServiceRequest request = ExportLogsServiceRequest.parseFrom(
                envelopes.of(TestRecords.SERVICE, null).of(List.of(logRecord)));

        ResourceLogs resourceLogs = request.getResourceLogs(0);
        ScopeLogs scopeLogs = resourceLogs.getScopeLogs(0);
        assertThat(texts(resourceLogs.getResource().getAttributesList()))
                .isEqualTo(Map.of(
                        "service.name", "timetracker",
                        "service.version", "5.10.0",
                        "deployment.environment", "staging",
                        "deployment.environment.name", "staging",
                        "telemetry.sdk.name", "opentelemetry",
                        "telemetry.sdk.language", "java",
                        "telemetry.sdk.version", "1.68.0"));
        assertThat(scopeLogs.getScope().getName()).isEqualTo("timetracker.telemetry");
        assertThat(scopeLogs.getScope().getVersion()).isEmpty();
        assertThat(scopeLogs.getLogRecords(0)).isEqualTo(LogRecord.parseFrom(logRecord.bytes()));
        assertThat(request.getResourceLogsCount()).isOne();
        assertThat(resourceLogs.getScopeLogsCount()).isOne();
        assertThat(scopeLogs.getLogRecordsCount()).isOne();
    }

    @Test
    @Fault({"C21", "I2"})
    void tellsOldRecordsApartByTheIdOfTheirSpoolAndByNothingElse() throws Exception {
        Map<String, String> shared = resource(null);
        Map<String, String> own = resource("spool-7");

        assertThat(shared).doesNotContainKey("service.instance.id");
        assertThat(own)
                .containsAllEntriesOf(shared)
                .hasSize(shared.size() + 1)
                .containsEntry("service.instance.id", "spool-7");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 100, 3_000})
    @Proves(Promise.P13)
    void assemblesByteForByteWhatTheExporterItselfWritesForTheBatch(int records) throws Exception {
        CapturingExporter exporter = new CapturingExporter();
        List<LogRecordData> batch = batch(records);
        byte[] written = exporter.request(batch);

        List<EncodedRecord> logRecords = new ArrayList<>();
        for (LogRecordData data : batch) {
            logRecords.add(encoded(exporter.encode(data).logRecord()));
        }
        RequestParts parts = exporter.encode(batch.get(0));
        byte[] assembled = new LogsRequest(parts.resource(), parts.scope()).of(logRecords);

        assertThat(Arrays.equals(assembled, written)).as("the same bytes").isTrue();
        assertThat(ExportLogsServiceRequest.parseFrom(assembled)
                        .getResourceLogs(0)
                        .getScopeLogs(0)
                        .getLogRecordsCount())
                .isEqualTo(records);
    }

    @Test
    @Fault("C25")
    void refusesAnEmptyEnvelope() {
        LogsRequest envelope = envelopes.of(TestRecords.SERVICE, null);

        assertThatThrownBy(() -> envelope.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesTheExporterThatEncodes() {
        assertThat(envelopes.userAgent()).isEqualTo("OTel-OTLP-Exporter-Java/1.68.0");
    }

    @Test
    void registersNoSenderThatTheExportersOfAHostWouldFind() {
        assertThat(ServiceLoader.load(HttpSenderProvider.class).stream())
                .extracting(provider -> provider.type().getName())
                .containsExactly("io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider");
    }

    private static EncodedRecord encoded(byte[] logRecord) {
        return new EncodedRecord(Layer.BASE, 0, new RecordUid("u"), TestRecords.NOW, logRecord);
    }

    private Map<String, String> resource(@Nullable String instanceId) throws InvalidProtocolBufferException {
        byte[] request = envelopes.of(TestRecords.SERVICE, instanceId).of(List.of(encoded(new byte[0])));
        return texts(ExportLogsServiceRequest.parseFrom(request)
                .getResourceLogs(0)
                .getResource()
                .getAttributesList());
    }

    /** Texts from a few bytes to some kilobytes, so that lengths of one to four bytes occur at every level. */
    private static List<LogRecordData> batch(int records) {
        Random random = new Random(SEED);
        Resource resource = Resource.create(
                Attributes.builder().put("service.name", "batch").build());
        InstrumentationScopeInfo scope = InstrumentationScopeInfo.create("batch.telemetry");
        List<LogRecordData> batch = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            Attributes attributes = Attributes.builder()
                    .put("n", random.nextLong())
                    .put("text", "ä".repeat(random.nextInt(20) == 0 ? 9_000 : random.nextInt(100)))
                    .build();
            Instant moment = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000));
            batch.add(new EventData(resource, scope, "event." + i, moment, moment, attributes));
        }
        return batch;
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        return attributes.stream()
                .collect(Collectors.toMap(
                        KeyValue::getKey, attribute -> attribute.getValue().getStringValue()));
    }
}
