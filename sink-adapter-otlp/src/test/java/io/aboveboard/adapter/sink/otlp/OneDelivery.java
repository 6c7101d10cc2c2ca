package io.aboveboard.adapter.sink.otlp;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import java.util.List;

/** A program of its own that delivers one record and then returns from main without closing anything. */
public final class OneDelivery {
    private OneDelivery() {}

    @SuppressWarnings("resource") // What is not closed must not keep the process alive.
    public static void main(String[] arguments) {
        OtlpTelemetrySink sink = OtlpTelemetrySink.create(OtlpSinkConfig.of(arguments[0], "1:t"));
        EncodedRecord heartbeat = sink.encoder().encode(TestRecords.heartbeat());
        Verdict verdict = sink.deliver(
                        TestRecords.clearance(Layer.BASE), new Batch(TestRecords.SERVICE, List.of(heartbeat)))
                .await()
                .verdict();
        if (!(verdict instanceof Verdict.Delivered)) {
            throw new IllegalStateException(verdict.toString());
        }
    }
}
