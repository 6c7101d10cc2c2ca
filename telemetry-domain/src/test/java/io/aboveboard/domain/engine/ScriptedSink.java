package io.aboveboard.domain.engine;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Delivery;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.RecordEncoderException;
import io.aboveboard.domain.port.SinkDescription;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.TelemetryRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** A sink that answers as it is told and remembers every batch that was handed over to it. */
final class ScriptedSink implements TelemetrySink, RecordEncoder {
    static final Verdict DELIVERED = new Verdict.Delivered("");

    private final List<Batch> handedOver = new ArrayList<>();
    private final ConcurrentHashMap<EncodedRecord, TelemetryRecord> encoded = new ConcurrentHashMap<>();
    private volatile Function<Batch, Delivery> receiver = answering(batch -> DELIVERED);
    private volatile Predicate<TelemetryRecord> unencodable = record -> false;
    private volatile Predicate<EncodedRecord> unsendable = record -> false;
    private volatile SinkDescription description =
            new SinkDescription(true, "https://otlp.example.org/v1/logs", "otlp.example.org", true);
    volatile boolean encoderBreaks;
    volatile boolean cannotRestamp;
    volatile boolean closed;

    static Function<Batch, Delivery> answering(Function<Batch, Verdict> verdict) {
        return batch -> () -> Answer.of(verdict.apply(batch));
    }

    void answers(Verdict verdict) {
        receiver = answering(batch -> verdict);
    }

    void answersBy(Function<Batch, Verdict> verdict) {
        receiver = answering(verdict);
    }

    void delivers(Function<Batch, Delivery> deliveries) {
        receiver = deliveries;
    }

    void cannotEncode(Predicate<TelemetryRecord> records) {
        unencodable = records;
    }

    void isAt(SinkDescription elsewhere) {
        description = elsewhere;
    }

    void cannotSend(Predicate<EncodedRecord> records) {
        unsendable = records;
    }

    @Override
    public RecordEncoder encoder() {
        return this;
    }

    @Override
    public EncodedRecord encode(TelemetryRecord record) {
        if (encoderBreaks) {
            throw new IllegalStateException("not in the contract");
        }
        if (unencodable.test(record)) {
            throw new RecordEncoderException("this one cannot be encoded");
        }
        String text = record.eventName() + record.identity() + record.occurredAt() + record.attributes();
        EncodedRecord bytes = new EncodedRecord(
                record.layer(),
                record.epoch(),
                record.uid(),
                record.occurredAt(),
                text.getBytes(StandardCharsets.UTF_8));
        encoded.put(bytes, record);
        return bytes;
    }

    @Override
    public EncodedRecord restamped(EncodedRecord record, Instant at) {
        if (cannotRestamp) {
            throw new RecordEncoderException("this one cannot be read");
        }
        EncodedRecord restamped = new EncodedRecord(record.layer(), record.epoch(), record.uid(), at, record.bytes());
        encoded.put(restamped, decoded(record));
        return restamped;
    }

    @Override
    public Delivery deliver(Clearance clearance, Batch batch) {
        batch.requireCoveredBy(clearance);
        if (batch.records().stream().anyMatch(unsendable)) {
            throw new RecordEncoderException("one of them cannot be sent");
        }
        synchronized (handedOver) {
            handedOver.add(batch);
        }
        return receiver.apply(batch);
    }

    List<Batch> batches() {
        synchronized (handedOver) {
            return List.copyOf(handedOver);
        }
    }

    List<EncodedRecord> wire() {
        return batches().stream().flatMap(batch -> batch.records().stream()).toList();
    }

    List<TelemetryRecord> records() {
        return wire().stream().map(this::decoded).toList();
    }

    List<TelemetryRecord> records(Layer layer) {
        return records().stream().filter(record -> record.layer() == layer).toList();
    }

    List<TelemetryRecord> records(String eventName) {
        return records().stream()
                .filter(record -> record.eventName().equals(eventName))
                .toList();
    }

    List<String> names() {
        return records().stream().map(TelemetryRecord::eventName).toList();
    }

    TelemetryRecord decoded(EncodedRecord bytes) {
        TelemetryRecord record = encoded.get(bytes);
        if (record == null) {
            throw new AssertionError("never encoded: " + bytes);
        }
        return record;
    }

    @Override
    public SinkDescription describe() {
        return description;
    }

    @Override
    public void close() {
        closed = true;
    }
}
