package io.aboveboard.adapter.sink.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.event.EventName;
import io.aboveboard.domain.event.PropertyRules;
import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DetailedRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.loki.FakeLoki;
import io.aboveboard.testkit.loki.LokiEntry;
import io.aboveboard.testkit.loki.LokiLimits;
import io.aboveboard.testkit.loki.LokiOverload;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sink before a Loki that keeps its rules. */
@Proves(Promise.P13)
class OtlpTelemetrySinkLokiIT {
    private static final Instant NOW = Instant.parse("2027-03-01T12:00:00Z");

    private final MutableClock clock = MutableClock.at(NOW);
    private final FakeLoki loki = FakeLoki.start(clock);
    private final OtlpTelemetrySink sink =
            OtlpTelemetrySink.create(OtlpSinkConfig.of(loki.baseEndpoint().toString(), "1:t"), clock);

    @AfterEach
    void close() {
        sink.close();
        loki.close();
    }

    @Test
    @Fault("C1")
    void takesTheEmptyAnswerOfLokiForAnAcknowledgementAndReadsItsClock() {
        Answer answer = deliver(null, record("u-1", NOW));

        assertThat(answer).isEqualTo(new Answer(new Verdict.Delivered(""), NOW));
        assertThat(loki.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.line()).isEqualTo("$pageview");
            assertThat(entry.labels())
                    .isEqualTo(Map.of(
                            "service_name", "timetracker",
                            "deployment_environment", "staging",
                            "deployment_environment_name", "staging"));
        });
    }

    @Test
    @Fault("C21")
    void getsOldRecordsInUnderTheIdOfTheirSpoolBesideOthersThatAreNew() {
        deliver(null, record("another installation", NOW));

        assertThat(deliver(null, record("u-1", NOW.minus(Duration.ofHours(8)))).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("refused (400): entry for stream")
                                .endsWith("too_far_behind"));
        assertThat(deliver("spool-7", record("u-2", NOW.minus(Duration.ofHours(8))))
                        .verdict())
                .isEqualTo(new Verdict.Delivered(""));
        assertThat(loki.entries())
                .last()
                .satisfies(entry -> assertThat(entry.labels()).containsEntry("service_instance_id", "spool-7"));
    }

    @Test
    @Fault("C20")
    void getsARecordInThatIsTooOldOnceItIsStampedAnew() {
        EncodedRecord old = record("u-1", NOW.minus(Duration.ofDays(10)));

        assertThat(deliver(null, old).verdict()).isInstanceOf(Verdict.Refused.class);
        assertThat(deliver(null, sink.encoder().restamped(old, NOW)).verdict()).isEqualTo(new Verdict.Delivered(""));
        assertThat(loki.entries()).extracting(LokiEntry::time).containsExactly(NOW);
    }

    @Test
    @Fault("C22")
    void getsTheLargestRecordInThatTheIntakeLetsThrough() {
        Map<String, PropertyValue> largest = new LinkedHashMap<>();
        int text = PropertyRules.MAX_TOTAL_BYTES / PropertyRules.MAX_PROPERTIES - PropertyRules.MAX_KEY_LENGTH;
        IntStream.range(0, PropertyRules.MAX_PROPERTIES)
                .forEach(i -> largest.put(
                        ("k" + i + "_".repeat(PropertyRules.MAX_KEY_LENGTH)).substring(0, PropertyRules.MAX_KEY_LENGTH),
                        new PropertyValue.Text("x".repeat(text))));
        List.of("install_id", "app_version", "environment", "deployment_method", "pathname", "browser", "os")
                .forEach(key -> largest.put(key, new PropertyValue.Text("y".repeat(PropertyRules.MAX_TEXT_LENGTH))));

        assertThat(deliver(null, record("u-1", NOW, largest)).verdict()).isEqualTo(new Verdict.Delivered(""));
        assertThat(loki.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.merged()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    @Fault("C8")
    void keepsABatchThatAnOverloadedLokiRefusesWhole(LokiOverload overload) {
        loki.refuseNext(overload);

        assertThat(deliver(null, record("u-1", NOW)).verdict()).isInstanceOfSatisfying(Verdict.Retry.class, retry -> {
            assertThat(retry.atLeast()).isEqualTo(Duration.ZERO);
            assertThat(retry.reason()).startsWith("the server cannot take it now (429): ");
        });
        assertThat(loki.entries()).isEmpty();
    }

    @Test
    @Fault("C6")
    void tellsThatABatchWasTooLargeOfWhichAPartIsNot() {
        EncodedRecord one = record("u-1", NOW);
        loki.limit(LokiLimits.DEFAULTS.withRequestBytes(3 * one.size()));
        EncodedRecord two = record("u-2", NOW.plusMillis(1));
        EncodedRecord three = record("u-3", NOW.plusMillis(2));
        EncodedRecord four = record("u-4", NOW.plusMillis(3));

        assertThat(deliver(null, one, two, three, four).verdict()).isInstanceOf(Verdict.TooLarge.class);
        assertThat(deliver(null, one, two).verdict()).isEqualTo(new Verdict.Delivered(""));
        assertThat(loki.entries()).hasSize(2);
    }

    private Answer deliver(@Nullable String instanceId, EncodedRecord... records) {
        return sink.deliver(
                        TestRecords.clearance(Layer.DETAILED),
                        new Batch(TestRecords.SERVICE, instanceId, List.of(records)))
                .await();
    }

    private EncodedRecord record(String uid, Instant at) {
        return record(uid, at, Map.of("n", new PropertyValue.Whole(1)));
    }

    private EncodedRecord record(String uid, Instant at, Map<String, PropertyValue> attributes) {
        return sink.encoder()
                .encode(new DetailedRecord(
                        TestRecords.EPOCH,
                        new RecordUid(uid.replace(' ', '-')),
                        EventName.PAGE_VIEW,
                        "42",
                        at,
                        at,
                        attributes));
    }
}
