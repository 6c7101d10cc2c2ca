package io.aboveboard.adapter.sink.otlp.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.InvalidProtocolBufferException;
import io.aboveboard.adapter.sink.otlp.TestRecords;
import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.record.BaseRecord;
import io.aboveboard.domain.record.DetailedRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.domain.record.TelemetryRecord;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpRecordEncoderTest {
    private static final long SEED = 20_270_328;
    private static final int GENERATED = 500;

    private final OtlpRecordEncoder encoder = new OtlpRecordEncoder();

    @Test
    @Proves({Promise.P3, Promise.P13})
    void writesABaseRecordWithTheCommonAttributesAndExactlyItsTwelveFields() throws Exception {
        BaseRecord heartbeat = TestRecords.heartbeat();

        LogRecord decoded = decode(heartbeat);

        assertThat(decoded.getTimeUnixNano()).isEqualTo(1_806_195_723_456_789_012L);
        assertThat(decoded.getObservedTimeUnixNano()).isEqualTo(1_806_195_723_456_789_012L);
        assertThat(decoded.getSeverityNumber()).isEqualTo(SeverityNumber.SEVERITY_NUMBER_INFO);
        assertThat(decoded.getSeverityText()).isEqualTo("INFO");
        assertThat(decoded.getBody().getStringValue()).isEqualTo("base_telemetry.heartbeat");
        assertThat(decoded.getEventName()).isEqualTo("base_telemetry.heartbeat");
        assertThat(attributes(decoded))
                .isEqualTo(Map.ofEntries(
                        Map.entry("event_name", text("base_telemetry.heartbeat")),
                        Map.entry("identity", text("6f1f6c52-7f52-4f41-9b8f-0f2ad6f3c0de")),
                        Map.entry("detailed", flag(false)),
                        Map.entry("log.record.uid", text("beat-1")),
                        Map.entry("install_id", text("6f1f6c52-7f52-4f41-9b8f-0f2ad6f3c0de")),
                        Map.entry("app_version", text("5.10.0")),
                        Map.entry("platform", text("Linux")),
                        Map.entry("os_version", text("6.1.0-18-amd64")),
                        Map.entry("architecture", text("x86_64")),
                        Map.entry("locale", text("en_US")),
                        Map.entry("timezone", text("Europe/Vienna")),
                        Map.entry("first_seen_at", text("2027-03-27T01:02:03.456789012Z")),
                        Map.entry("last_seen_at", text("2027-03-28T01:02:03.456789012Z")),
                        Map.entry("heartbeat_at", text("2027-03-28T01:02:03.456789012Z")),
                        Map.entry("release_channel", text("beta")),
                        Map.entry("deployment_type", text("docker"))));
    }

    @Test
    @Proves(Promise.P13)
    void keepsTheTypesOfADetailedRecordAndTheTimeItHappened() throws Exception {
        Map<String, PropertyValue> attributes = new LinkedHashMap<>();
        attributes.put("project_id", new PropertyValue.Whole(Long.MAX_VALUE));
        attributes.put("ratio", new PropertyValue.Real(-0.25));
        attributes.put("billable", new PropertyValue.Flag(true));
        attributes.put("note", new PropertyValue.Text("größer \uD83D\uDE00"));
        attributes.put("empty", new PropertyValue.Text(""));

        LogRecord decoded = decode(TestRecords.detailed("u-1", attributes));

        assertThat(decoded.getTimeUnixNano()).isEqualTo(decoded.getObservedTimeUnixNano() - 7_000_000);
        assertThat(attributes(decoded))
                .containsEntry("detailed", flag(true))
                .containsEntry("identity", text("42"))
                .containsEntry(
                        "project_id",
                        AnyValue.newBuilder().setIntValue(Long.MAX_VALUE).build())
                .containsEntry(
                        "ratio", AnyValue.newBuilder().setDoubleValue(-0.25).build())
                .containsEntry("billable", flag(true))
                .containsEntry("note", text("größer \uD83D\uDE00"))
                .containsEntry("empty", text(""));
    }

    @Test
    @SuppressWarnings("try") // The scope is in force as long as it is open.
    void carriesNothingOfTheTraceTheHostIsIn() throws Exception {
        SpanContext host = SpanContext.create(
                "0af7651916cd43dd8448eb211c80319c",
                "b7ad6b7169203331",
                TraceFlags.getSampled(),
                TraceState.getDefault());

        try (AutoCloseable ignored = makeCurrent(Span.wrap(host))) {
            LogRecord decoded = decode(TestRecords.heartbeat());

            assertThat(decoded.getTraceId().isEmpty()).isTrue();
            assertThat(decoded.getSpanId().isEmpty()).isTrue();
            assertThat(decoded.getFlags()).isZero();
        }
    }

    @Test
    @Proves(Promise.P9)
    void writesTheSameRecordAsTheSameBytesInWhateverOrderItsAttributesCame() {
        Map<String, PropertyValue> forwards = new LinkedHashMap<>();
        Map<String, PropertyValue> backwards = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            forwards.put("key" + i, new PropertyValue.Whole(i));
            backwards.put("key" + (29 - i), new PropertyValue.Whole(29 - i));
        }

        byte[] first = encoder.encode(TestRecords.detailed("u", forwards)).bytes();
        byte[] second = new OtlpRecordEncoder()
                .encode(TestRecords.detailed("u", backwards))
                .bytes();

        assertThat(first).isEqualTo(second);
    }

    @Test
    void writesWhateverTheDomainCanMakeSoThatTheOfficialClassesReadItBack() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < GENERATED; i++) {
            DetailedRecord made = TestRecords.generated(random);

            Map<String, AnyValue> read = attributes(decode(made));

            assertThat(read)
                    .as("record %d of seed %d", i, SEED)
                    .hasSize(made.attributes().size() + 4);
            made.attributes().forEach((key, value) -> assertThat(read).containsEntry(key, expected(value)));
        }
    }

    @Test
    void keepsWhatIdentifiesTheRecordBesideItsBytes() {
        DetailedRecord made = TestRecords.detailed("u-7", Map.of());

        EncodedRecord encoded = encoder.encode(made);

        assertThat(encoded.layer()).isEqualTo(made.layer());
        assertThat(encoded.epoch()).isEqualTo(made.epoch());
        assertThat(encoded.uid()).isEqualTo(made.uid());
        assertThat(encoded.occurredAt()).isEqualTo(made.occurredAt());
    }

    @Test
    @Fault("C20")
    @Proves(Promise.P9)
    void changesOfARecordThatIsStampedAnewNothingButItsTime() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < GENERATED; i++) {
            EncodedRecord original = encoder.encode(TestRecords.generated(random));
            Instant later = original.occurredAt().plusNanos(random.nextLong(1_000_000_000_000_000L));

            EncodedRecord restamped = encoder.restamped(original, later);

            assertThat(LogRecord.parseFrom(restamped.bytes()))
                    .as("record %d of seed %d", i, SEED)
                    .isEqualTo(LogRecord.parseFrom(original.bytes()).toBuilder()
                            .setTimeUnixNano(UnixNanos.of(later))
                            .build());
            assertThat(restamped.uid()).isEqualTo(original.uid());
            assertThat(restamped.occurredAt()).isEqualTo(later);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\t", "\t1234567", "\n12345678"})
    void refusesToStampAnewWhatIsNoRecord(String bytes) {
        EncodedRecord foreign = new EncodedRecord(
                Layer.BASE, 0, new RecordUid("foreign"), TestRecords.NOW, bytes.getBytes(StandardCharsets.US_ASCII));

        assertThatThrownBy(() -> encoder.restamped(foreign, TestRecords.NOW))
                .isInstanceOf(RecordEncoderException.class)
                .hasMessageContaining("foreign");
    }

    @Test
    void refusesAMomentThatNanosecondsCannotHoldAndQuotesNoValue() {
        DetailedRecord made = TestRecords.detailed("u-8", Map.of("note", new PropertyValue.Text("canary")));
        DetailedRecord unwritable = new DetailedRecord(
                made.epoch(), made.uid(), made.name(), made.identity(), Instant.MAX, Instant.MAX, made.attributes());

        assertThatThrownBy(() -> encoder.encode(unwritable))
                .isInstanceOf(RecordEncoderException.class)
                .hasMessageContaining("u-8")
                .hasMessageNotContaining("canary")
                .hasNoCause();
    }

    /** By reflection, as the type it returns is of an artifact that nothing else here needs. */
    private static AutoCloseable makeCurrent(Span span) throws ReflectiveOperationException {
        return (AutoCloseable) Span.class.getMethod("makeCurrent").invoke(span);
    }

    private LogRecord decode(TelemetryRecord made) throws InvalidProtocolBufferException {
        return LogRecord.parseFrom(encoder.encode(made).bytes());
    }

    private static Map<String, AnyValue> attributes(LogRecord decoded) {
        // toMap refuses duplicates: OTLP wants attribute keys to be unique.
        return decoded.getAttributesList().stream().collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue));
    }

    private static AnyValue expected(PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            return text(text.value());
        }
        if (value instanceof PropertyValue.Flag flag) {
            return flag(flag.value());
        }
        return value instanceof PropertyValue.Whole whole
                ? AnyValue.newBuilder().setIntValue(whole.value()).build()
                : AnyValue.newBuilder()
                        .setDoubleValue(((PropertyValue.Real) value).value())
                        .build();
    }

    private static AnyValue text(String value) {
        return AnyValue.newBuilder().setStringValue(value).build();
    }

    private static AnyValue flag(boolean value) {
        return AnyValue.newBuilder().setBoolValue(value).build();
    }
}
