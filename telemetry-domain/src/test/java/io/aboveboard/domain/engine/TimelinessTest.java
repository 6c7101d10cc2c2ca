package io.aboveboard.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.engine.Timeliness.Fate;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.marks.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the age of a record means for its way. */
class TimelinessTest {
    private static final Instant NOW = Instant.parse("2027-06-10T12:00:00Z");
    private static final Timeliness TIMELINESS = new Timeliness(Duration.ofDays(6));

    @ParameterizedTest
    @CsvSource({
        "PT0S, SHARED, SHARED",
        "PT45M, SHARED, SHARED",
        "PT45M0.000000001S, APART, APART",
        "PT144H, APART, APART",
        "PT144H0.000000001S, EXPIRED, RESTAMPED",
        "PT9999H, EXPIRED, RESTAMPED",
        "PT-10M, SHARED, SHARED",
        "PT-10M-0.000000001S, WAITS, RESTAMPED",
        "PT-9999H, WAITS, RESTAMPED"
    })
    @Fault({"C20", "C21"})
    void dependsOnTheAgeAndOnWhetherItIsAFirstSeen(Duration age, Fate ofMost, Fate ofFirstSeen) {
        EncodedRecord record = new EncodedRecord(Layer.BASE, 0, new RecordUid("uid"), NOW.minus(age), new byte[] {1});
        assertThat(TIMELINESS.at(NOW).of(record, false)).isEqualTo(ofMost);
        assertThat(TIMELINESS.at(NOW).of(record, true)).isEqualTo(ofFirstSeen);
    }
}
