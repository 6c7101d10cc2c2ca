package io.aboveboard.adapter.sink.otlp.encode;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.aboveboard.adapter.sink.otlp.TestRecords;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.record.DetailedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.domain.record.TelemetryRecord;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encoder that is written by hand, against OpenTelemetry's exporter and the official protobuf classes. */
@Proves({Promise.P9, Promise.P13})
class ByHandIsByteCompatibleTest {
    private static final long SEED = 47_110_815;
    private static final int GENERATED = 3_000;
    private static final String LONE_SURROGATE = "a\uD83Db";

    private final OtlpRecordEncoder byHand = new OtlpRecordEncoder();
    private final ExporterReference exporter = new ExporterReference();

    @Test
    void writesWhatTheExporterWritesForRecordsOfAnyShape() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < GENERATED; i++) {
            assertSame(TestRecords.generated(random), "record " + i + " of seed " + SEED);
        }
    }

    /** The same keys again and again, so that what is remembered of earlier records is used, and outlived. */
    @Test
    void writesWhatTheExporterWritesForRecordsOfTheSameShape() throws Exception {
        Random random = new Random(SEED);
        for (int i = 0; i < GENERATED; i++) {
            Map<String, PropertyValue> attributes = new LinkedHashMap<>();
            attributes.put("same", new PropertyValue.Text("always"));
            attributes.put("alternating", new PropertyValue.Text(i % 2 == 0 ? "even" : "öd"));
            attributes.put("unique", new PropertyValue.Text("n" + i));
            attributes.put("long", new PropertyValue.Text("x".repeat(random.nextInt(300))));
            attributes.put("changing_type", i % 3 == 0 ? new PropertyValue.Whole(i) : new PropertyValue.Text("" + i));
            attributes.put("rare", new PropertyValue.Text(random.nextInt(40) == 0 ? "" : "usual"));
            assertSame(TestRecords.detailed("u-" + i, attributes), "record " + i + " of seed " + SEED);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 127, 128, 16_383, 16_384, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
    @Fault("C23")
    void writesEveryWidthOfNumber(long number) throws Exception {
        assertSame(
                TestRecords.detailed(
                        "u",
                        Map.of(
                                "whole", new PropertyValue.Whole(number),
                                "real", new PropertyValue.Real(number),
                                "tiny", new PropertyValue.Real(Double.longBitsToDouble(number & 0xf)))),
                "number " + number);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 125, 126, 127, 128, 129, 150, 16_383, 16_384, 70_000})
    @Fault("C22")
    void writesEveryWidthOfLength(int length) throws Exception {
        for (String filling : new String[] {"x", "ö", "漢", "\uD83D\uDE00"}) {
            String text = filling.repeat(length);
            assertSame(
                    TestRecords.detailed("u", Map.of("text", new PropertyValue.Text(text))),
                    length + " times " + filling);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u007f",
                "\u0080",
                "\u07ff",
                "\u0800",
                "\uffff",
                "\uD83D\uDE00",
                "a\u0141b",
                "ab\u2028"
            })
    @Fault("C23")
    void writesTextAtEveryEdgeOfUtf8(String text) throws Exception {
        assertSame(TestRecords.detailed("u", Map.of("text", new PropertyValue.Text(text))), text);
    }

    @Test
    @Fault("C23")
    void writesHalfASurrogateAsTheExporterDoes() {
        for (String text : new String[] {LONE_SURROGATE, "\uDE00", "\uD83D", "\uD83D\uD83D\uDE00"}) {
            DetailedRecord odd = TestRecords.detailed("u", Map.of("text", new PropertyValue.Text(text)));

            assertThat(byHand.encode(odd).bytes()).isEqualTo(exporter.encode(odd));
        }
    }

    @Test
    @Proves(Promise.P12)
    void letsNoPropertyTakeThePlaceOfACommonAttribute() throws Exception {
        assertSame(
                TestRecords.detailed(
                        "u-1",
                        Map.of(
                                "identity", new PropertyValue.Text("forged"),
                                "detailed", new PropertyValue.Text("forged"),
                                "event_name", new PropertyValue.Whole(1),
                                "log.record.uid", new PropertyValue.Text("forged"),
                                "", new PropertyValue.Text("no key"),
                                "other", new PropertyValue.Flag(true))),
                "forged");
    }

    @Test
    void leavesOutAMomentThatIsZeroAsTheExporterDoes() throws Exception {
        DetailedRecord early = new DetailedRecord(
                1, new RecordUid("u"), EventName.PAGE_VIEW, "42", Instant.EPOCH, Instant.EPOCH, Map.of());

        assertSame(early, "at the epoch");
    }

    @Test
    void writesBaseRecordsLikewise() throws Exception {
        assertSame(TestRecords.heartbeat(), "heartbeat");
        assertSame(TestRecords.heartbeat(), "heartbeat again");
    }

    private void assertSame(TelemetryRecord made, String description) throws InvalidProtocolBufferException {
        byte[] written = byHand.encode(made).bytes();

        assertThat(written).as(description).isEqualTo(exporter.encode(made));
        assertThat(LogRecord.parseFrom(written)).as(description).isEqualTo(official(made));
    }

    /** The record as the official classes hold it; they write fields in the order of their numbers, hence by value. */
    private static LogRecord official(TelemetryRecord made) {
        Map<String, AnyValue> attributes = new TreeMap<>();
        made.attributes().forEach((key, value) -> attributes.put(key, value(value)));
        attributes.remove("");
        attributes.put("event_name", text(made.eventName()));
        attributes.put("identity", text(made.identity()));
        attributes.put("log.record.uid", text(made.uid().value()));
        attributes.put(
                "detailed",
                AnyValue.newBuilder()
                        .setBoolValue(made.layer() == Layer.DETAILED)
                        .build());
        LogRecord.Builder official = LogRecord.newBuilder()
                .setTimeUnixNano(UnixNanos.of(made.occurredAt()))
                .setObservedTimeUnixNano(UnixNanos.of(made.observedAt()))
                .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_INFO)
                .setSeverityText("INFO")
                .setBody(text(made.eventName()))
                .setEventName(made.eventName());
        attributes.forEach((key, value) ->
                official.addAttributes(KeyValue.newBuilder().setKey(key).setValue(value)));
        return official.build();
    }

    private static AnyValue value(PropertyValue value) {
        if (value instanceof PropertyValue.Text text) {
            return text(text.value());
        }
        AnyValue.Builder any = AnyValue.newBuilder();
        if (value instanceof PropertyValue.Whole whole) {
            any.setIntValue(whole.value());
        } else if (value instanceof PropertyValue.Real real) {
            any.setDoubleValue(real.value());
        } else if (value instanceof PropertyValue.Flag flag) {
            any.setBoolValue(flag.value());
        }
        return any.build();
    }

    private static AnyValue text(String value) {
        return AnyValue.newBuilder().setStringValue(value).build();
    }
}
