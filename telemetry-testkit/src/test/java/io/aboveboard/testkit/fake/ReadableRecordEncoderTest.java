package io.aboveboard.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.fixture.SampleRecords;
import org.junit.jupiter.api.Test;

class ReadableRecordEncoderTest {
    @Test
    void writesOneLineForEachAttribute() {
        assertThat(ReadableRecordEncoder.textOf(new ReadableRecordEncoder().encode(SampleRecords.timerStarted(1, 7))))
                .isEqualTo("""
                        event_name=timer.started
                        identity=42
                        uid=sample-7
                        occurred_at=2027-03-01T09:30:07Z
                        observed_at=2027-03-01T09:30:07Z
                        project_id=7
                        billable=true
                        rate=12.5
                        source="web\"""");
    }
}
