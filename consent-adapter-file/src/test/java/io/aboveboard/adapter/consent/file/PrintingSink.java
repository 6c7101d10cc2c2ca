package io.aboveboard.adapter.consent.file;

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
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Prints name and uid of what is handed over to it, and takes it for delivered. In a process that has no test library
 * on its class path.
 *
 * @param output where it prints
 */
record PrintingSink(PrintStream output) implements TelemetrySink, RecordEncoder {
    @Override
    public RecordEncoder encoder() {
        return this;
    }

    @Override
    public EncodedRecord encode(TelemetryRecord record) {
        byte[] name = record.eventName().getBytes(StandardCharsets.UTF_8);
        return new EncodedRecord(record.layer(), record.epoch(), record.uid(), record.occurredAt(), name);
    }

    @Override
    public EncodedRecord restamped(EncodedRecord record, Instant at) {
        return new EncodedRecord(record.layer(), record.epoch(), record.uid(), at, record.bytes());
    }

    @Override
    public Delivery deliver(Clearance clearance, Batch batch) {
        return () -> {
            batch.records()
                    .forEach(record ->
                            output.println(new String(record.bytes(), StandardCharsets.UTF_8) + " " + record.uid()));
            return Answer.of(new Verdict.Delivered(""));
        };
    }

    @Override
    public SinkDescription describe() {
        return new SinkDescription(true, "https://otlp.example.org/v1/logs", "otlp.example.org", true);
    }

    @Override
    public void close() {
        output.flush();
    }
}
