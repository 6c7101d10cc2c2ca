package io.aboveboard.adapter.sink.otlp;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.contract.TelemetrySinkContract;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

class OtlpTelemetrySinkContractTest implements TelemetrySinkContract {
    private final RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
    private final RecordingOtlpReceiver gone = RecordingOtlpReceiver.start();
    private final TelemetrySink accepted = sink(receiver);
    private final TelemetrySink unreachable = sink(gone);

    @AfterEach
    void close() {
        accepted.close();
        unreachable.close();
        receiver.close();
        gone.close();
    }

    @Override
    public TelemetrySink acceptedSink() {
        return accepted;
    }

    @Override
    public List<RecordUid> arrived() {
        return receiver.records().stream()
                .map(ReceivedRecord::uid)
                .map(RecordUid::new)
                .toList();
    }

    @Override
    public TelemetrySink unreachableSink() {
        gone.close();
        return unreachable;
    }

    private static TelemetrySink sink(RecordingOtlpReceiver receiver) {
        return OtlpTelemetrySink.create(
                OtlpSinkConfig.of(receiver.baseEndpoint().toString(), "1:t"));
    }
}
