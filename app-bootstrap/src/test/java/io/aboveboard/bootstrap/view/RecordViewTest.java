package io.aboveboard.bootstrap.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.bootstrap.view.RecordView.Field;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.TelemetryRecord;
import io.aboveboard.testkit.fixture.SampleEncodedRecords;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.fixture.SampleRecords;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.logs.v1.LogRecord;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordViewTest {
    @Test
    void showsABaseRecordAsItsTwelveFieldsAndNoOther() {
        RecordView view = RecordView.of(encoded(SampleRecords.firstSeen()));

        assertThat(view.eventName()).isEqualTo("base_telemetry.first_seen");
        assertThat(view.isDetailed()).isFalse();
        assertThat(view.identity()).isEqualTo(SampleInstallation.ID.toString());
        assertThat(view.occurredAt()).isEqualTo(SampleInstallation.FIRST_SEEN);
        assertThat(view.fields())
                .containsExactlyInAnyOrderElementsOf(
                        SampleInstallation.fieldsAt(SampleInstallation.FIRST_SEEN).entries().entrySet().stream()
                                .map(entry -> new Field(entry.getKey(), entry.getValue()))
                                .toList());
    }

    @Test
    void showsAProductEventOfEachTypeOfProperty() {
        RecordView view = RecordView.of(encoded(SampleRecords.timerStarted(3, 7)));

        assertThat(view.isDetailed()).isTrue();
        assertThat(view.identity()).isEqualTo("42");
        assertThat(view.fields())
                .containsExactlyInAnyOrder(
                        new Field("project_id", "7"),
                        new Field("billable", "true"),
                        new Field("rate", "12.5"),
                        new Field("source", "web"));
    }

    @Test
    void showsTheTextOfARecordInColumns() {
        assertThat(RecordView.of(encoded(SampleRecords.timerStarted(3, 7))).text())
                .isEqualTo("""
                        timer.started  (detailed, 2027-03-01T09:30:07Z)
                          billable        true
                          identity        42
                          log.record.uid  sample-7
                          project_id      7
                          rate            12.5
                          source          web""");
    }

    @Test
    void showsTheJsonOfARecordAsTheProtocolWritesIt() {
        assertThat(RecordView.of(encoded(SampleRecords.timerStarted(3, 7))).json())
                .isEqualTo("""
                        {"timeUnixNano":"1803893407000000000","severityNumber":9,"severityText":"INFO",\
                        "body":{"stringValue":"timer.started"},"attributes":[\
                        {"key":"billable","value":{"boolValue":true}},\
                        {"key":"detailed","value":{"boolValue":true}},\
                        {"key":"event_name","value":{"stringValue":"timer.started"}},\
                        {"key":"identity","value":{"stringValue":"42"}},\
                        {"key":"log.record.uid","value":{"stringValue":"sample-7"}},\
                        {"key":"project_id","value":{"intValue":"7"}},\
                        {"key":"rate","value":{"doubleValue":12.5}},\
                        {"key":"source","value":{"stringValue":"web"}}],\
                        "observedTimeUnixNano":"1803893407000000000","eventName":"timer.started"}""");
    }

    @Test
    void writesEveryFieldOfTheProtocolInItsForm() {
        LogRecord log = LogRecord.newBuilder()
                .setTimeUnixNano(-1)
                .setObservedTimeUnixNano(1)
                .setSeverityNumberValue(9)
                .setSeverityText("INFO")
                .setBody(text("b"))
                .addAttributes(attribute("k", AnyValue.newBuilder().setIntValue(Long.MIN_VALUE)))
                .setDroppedAttributesCount(-1)
                .setFlags(1)
                .setTraceId(ByteString.copyFrom(new byte[] {1, (byte) 0xff}))
                .setSpanId(ByteString.copyFrom(new byte[] {2}))
                .setEventName("n")
                .build();

        assertThat(log.getAllFields()).hasSameSizeAs(LogRecord.getDescriptor().getFields());
        assertThat(RecordView.of(log).json()).isEqualTo("""
                        {"timeUnixNano":"18446744073709551615","severityNumber":9,"severityText":"INFO",\
                        "body":{"stringValue":"b"},\
                        "attributes":[{"key":"k","value":{"intValue":"-9223372036854775808"}}],\
                        "droppedAttributesCount":4294967295,"flags":1,"traceId":"01ff","spanId":"02",\
                        "observedTimeUnixNano":"1","eventName":"n"}""");
    }

    @Test
    void writesAndShowsEveryKindOfValue() throws Exception {
        ArrayValue array = ArrayValue.newBuilder()
                .addValues(text("x"))
                .addValues(AnyValue.newBuilder().setIntValue(-2))
                .build();
        KeyValueList map = KeyValueList.newBuilder()
                .addValues(attribute("m", AnyValue.newBuilder().setBoolValue(false)))
                .build();
        LogRecord log = LogRecord.newBuilder()
                .addAttributes(attribute("bytes", AnyValue.newBuilder().setBytesValue(ByteString.copyFromUtf8("ab"))))
                .addAttributes(attribute("nan", AnyValue.newBuilder().setDoubleValue(Double.NaN)))
                .addAttributes(attribute("array", AnyValue.newBuilder().setArrayValue(array)))
                .addAttributes(attribute("map", AnyValue.newBuilder().setKvlistValue(map)))
                .addAttributes(attribute("none", AnyValue.newBuilder()))
                .build();

        assertThat(valuesOf(log)).isEqualTo("""
                        {"bytesValue":"YWI="} {"doubleValue":"NaN"} \
                        {"arrayValue":{"values":[{"stringValue":"x"},{"intValue":"-2"}]}} \
                        {"kvlistValue":{"values":[{"key":"m","value":{"boolValue":false}}]}} {}""");
        assertThat(RecordView.of(log).fields())
                .extracting(Field::value)
                .containsExactly("YWI=", "NaN", "[x, -2]", "{m=false}", "");
    }

    @Test
    void showsAsManyAttributesAsThereAreAlsoUnderOneKey() {
        LogRecord log = LogRecord.newBuilder()
                .addAttributes(attribute("k", AnyValue.newBuilder().setIntValue(1)))
                .addAttributes(attribute("k", AnyValue.newBuilder().setIntValue(2)))
                .build();

        assertThat(RecordView.of(log).fields()).containsExactly(new Field("k", "1"), new Field("k", "2"));
    }

    @Test
    void letsNoNameKeyOrValueForgeALine() {
        LogRecord log = LogRecord.newBuilder()
                .setEventName("a\nb")
                .addAttributes(attribute("k\n", text("v\u001b[2J").toBuilder()))
                .addAttributes(attribute("identity", text("i\r").toBuilder()))
                .build();

        RecordView view = RecordView.of(log);
        assertThat(view.text().lines())
                .containsExactly("a\\nb  (base, 1970-01-01T00:00:00Z)", "  k\\n       v\\u001b[2J", "  identity  i\\r");
        assertThat(view.identity()).isEqualTo("i\\r");
    }

    @Test
    void saysThatBytesAreNoRecord() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordView.of(SampleEncodedRecords.base(1)))
                .withMessage("record: its bytes are no OTLP log record");
    }

    private static EncodedRecord encoded(TelemetryRecord record) {
        OtlpSinkConfig config = OtlpSinkConfig.of("http://127.0.0.1:4318", "1:token");
        try (OtlpTelemetrySink sink = OtlpTelemetrySink.create(config)) {
            return sink.encoder().encode(record);
        }
    }

    private static String valuesOf(LogRecord log) throws Exception {
        JsonNode attributes =
                new ObjectMapper().readTree(RecordView.of(log).json()).path("attributes");
        return attributes.findValues("value").stream().map(JsonNode::toString).collect(Collectors.joining(" "));
    }

    private static AnyValue text(String text) {
        return AnyValue.newBuilder().setStringValue(text).build();
    }

    private static KeyValue attribute(String key, AnyValue.Builder value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }
}
