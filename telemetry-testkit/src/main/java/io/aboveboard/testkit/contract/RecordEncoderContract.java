package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.TelemetryRecord;
import io.aboveboard.testkit.fixture.SampleRecords;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every {@link RecordEncoder} must do. */
public interface RecordEncoderContract {
    /**
     * The encoder under test.
     *
     * @return the same through one test
     */
    RecordEncoder encoder();

    @Test
    default void changesNothingButTheTimeOfARecordThatIsStampedAnew() {
        EncodedRecord original = encoder().encode(SampleRecords.firstSeen());
        Instant later = original.occurredAt().plusSeconds(86_400);
        EncodedRecord restamped = encoder().restamped(original, later);
        assertThat(restamped.occurredAt()).isEqualTo(later);
        assertThat(restamped.uid()).isEqualTo(original.uid());
        assertThat(restamped.layer()).isEqualTo(original.layer());
        assertThat(restamped.bytes()).isNotEqualTo(original.bytes()).hasSameSizeAs(original.bytes());
        assertThat(encoder().restamped(restamped, original.occurredAt())).isEqualTo(original);
    }

    @TestFactory
    default Stream<DynamicTest> keepsWhatTheOutboxMustKnow() {
        Stream<TelemetryRecord> records = Stream.of(
                SampleRecords.firstSeen(),
                SampleRecords.heartbeatOn(LocalDate.of(2027, 3, 1)),
                SampleRecords.timerStarted(7, 1));
        return records.map(record -> DynamicTest.dynamicTest(record.eventName(), () -> assertKeeps(record)));
    }

    @Test
    @Proves(Promise.P9)
    default void encodesTheSameRecordToTheSameBytes() {
        EncodedRecord once = encoder().encode(SampleRecords.timerStarted(1, 1));
        encoder().encode(SampleRecords.timerStarted(1, 2));
        assertThat(encoder().encode(SampleRecords.timerStarted(1, 1))).isEqualTo(once);
    }

    @Test
    default void encodesDifferentRecordsToDifferentBytes() {
        assertThat(List.of(
                        encoder().encode(SampleRecords.firstSeen()).bytes(),
                        encoder().encode(SampleRecords.timerStarted(1, 1)).bytes(),
                        encoder().encode(SampleRecords.timerStarted(1, 2)).bytes()))
                .doesNotHaveDuplicates();
    }

    @TestFactory
    default Stream<DynamicTest> tellsAnyTwoValuesApart() {
        return OddValues.all()
                .flatMap(one -> OddValues.all()
                        .filter(other -> !one.equals(other))
                        .map(other -> DynamicTest.dynamicTest(
                                one + " and " + other,
                                () -> assertThat(bytes(one)).isNotEqualTo(bytes(other)))));
    }

    @Test
    default void encodesARecordWithoutAttributes() {
        EncodedRecord bare = encoder().encode(SampleRecords.timerStarted(1, 1, Map.of()));
        assertThat(bare.size())
                .isPositive()
                .isLessThan(encoder().encode(SampleRecords.timerStarted(1, 1)).size());
    }

    @Test
    default void encodesForSeveralThreadsAtOnce() throws InterruptedException {
        List<EncodedRecord> expected = Stream.of(0, 1, 2, 3)
                .map(number -> encoder().encode(SampleRecords.timerStarted(1, number)))
                .toList();
        List<EncodedRecord> encoded =
                Crowd.of(4, number -> () -> encoder().encode(SampleRecords.timerStarted(1, number)));
        assertThat(encoded).isEqualTo(expected);
    }

    private byte[] bytes(PropertyValue value) {
        return encoder()
                .encode(SampleRecords.timerStarted(1, 1, Map.of("value", value)))
                .bytes();
    }

    private void assertKeeps(TelemetryRecord record) {
        EncodedRecord encoded = encoder().encode(record);
        assertThat(encoded.layer()).isEqualTo(record.layer());
        assertThat(encoded.epoch()).isEqualTo(record.epoch());
        assertThat(encoded.uid()).isEqualTo(record.uid());
        assertThat(encoded.occurredAt()).isEqualTo(record.occurredAt());
        assertThat(encoded.size()).isPositive();
    }
}
