package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.fake.RecordingTelemetrySink;
import io.aboveboard.testkit.marks.AgainstDouble;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

@AgainstDouble
class RecordingTelemetrySinkContractTest implements TelemetrySinkContract {
    private final RecordingTelemetrySink accepted = new RecordingTelemetrySink();
    private final RecordingTelemetrySink unreachable = new RecordingTelemetrySink();

    @BeforeEach
    void scriptUnreachable() {
        unreachable.answerAlways(Verdict.Retry.because("nobody answers"));
    }

    @Override
    public TelemetrySink acceptedSink() {
        return accepted;
    }

    @Override
    public List<RecordUid> arrived() {
        return accepted.records().stream().map(EncodedRecord::uid).toList();
    }

    @Override
    public TelemetrySink unreachableSink() {
        return unreachable;
    }
}
