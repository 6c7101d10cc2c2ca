package io.aboveboard.benchmarks.call;

import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Delivery;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.SinkDescription;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.TelemetryRecord;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** Encodes for OTLP and answers at once, so that only what happens in this process is measured. Thread-safe. */
final class InstantSink implements TelemetrySink, RecordEncoder {
    private final TelemetrySink real = OtlpTelemetrySink.create(OtlpSinkConfig.of("http://127.0.0.1:9", "benchmark"));
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean dead;
    private volatile boolean stuck;

    /** From now on there is no receiver. */
    void die() {
        dead = true;
    }

    /** From now on whoever encodes waits until this is closed, so that nothing leaves the queue any more. */
    void stick() {
        stuck = true;
    }

    void release() {
        released.countDown();
    }

    @Override
    public RecordEncoder encoder() {
        return this;
    }

    @Override
    public EncodedRecord encode(TelemetryRecord telemetryRecord) {
        if (stuck) {
            awaitRelease();
        }
        return real.encoder().encode(telemetryRecord);
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public EncodedRecord restamped(EncodedRecord encoded, Instant at) {
        return real.encoder().restamped(encoded, at);
    }

    @Override
    public Delivery deliver(Clearance clearance, Batch batch) {
        Answer answer =
                Answer.of(dead ? Verdict.Retry.because("the connection was refused") : new Verdict.Delivered(""));
        return () -> answer;
    }

    @Override
    public SinkDescription describe() {
        return real.describe();
    }

    @Override
    public void close() {
        release();
        real.close();
    }
}
