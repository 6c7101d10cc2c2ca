package io.aboveboard.testkit.fake;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Delivery;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.SinkDescription;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.EncodedRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * A sink that keeps what it is handed and answers as scripted; where nothing is scripted, everything is delivered. Its
 * encoder is the {@link ReadableRecordEncoder}. Thread-safe.
 */
public final class RecordingTelemetrySink implements TelemetrySink {
    private static final SinkDescription DESCRIPTION =
            new SinkDescription(true, "https://sink.example/v1/logs", "sink.example", true);

    private final RecordEncoder encoder = new ReadableRecordEncoder();
    private final List<Batch> batches = new ArrayList<>();
    private final Queue<Delivery> next = new ArrayDeque<>();
    private Delivery standing = answering(new Verdict.Delivered(""));
    private boolean closed;

    /** A sink that was handed nothing yet. */
    public RecordingTelemetrySink() {}

    /**
     * Scripts the answers to the next deliveries, in order, after those already scripted.
     *
     * @param verdicts one for each delivery
     */
    public synchronized void answerNext(Verdict... verdicts) {
        for (Verdict verdict : verdicts) {
            next.add(answering(verdict));
        }
    }

    /**
     * Scripts the next delivery itself: one that waits, or that tells the receiver's time.
     *
     * @param delivery what the caller gets to await
     */
    public synchronized void answerNext(Delivery delivery) {
        next.add(delivery);
    }

    /**
     * Scripts the answer to every delivery from now on, in place of all scripted before.
     *
     * @param verdict the answer
     */
    public synchronized void answerAlways(Verdict verdict) {
        next.clear();
        standing = answering(verdict);
    }

    @Override
    public RecordEncoder encoder() {
        return encoder;
    }

    @Override
    public synchronized Delivery deliver(Clearance clearance, Batch batch) {
        batch.requireCoveredBy(clearance);
        if (closed) {
            return answering(Verdict.Retry.because("the sink is closed"));
        }
        batches.add(batch);
        return next.isEmpty() ? standing : next.remove();
    }

    @Override
    public SinkDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    /**
     * What was handed over, whatever was answered.
     *
     * @return a copy, oldest first
     */
    public synchronized List<Batch> batches() {
        return List.copyOf(batches);
    }

    /**
     * The records of all batches.
     *
     * @return a copy, oldest first
     */
    public List<EncodedRecord> records() {
        return batches().stream().flatMap(batch -> batch.records().stream()).toList();
    }

    /**
     * Whether it was closed.
     *
     * @return true after {@link #close()}
     */
    public synchronized boolean isClosed() {
        return closed;
    }

    private static Delivery answering(Verdict verdict) {
        return () -> Answer.of(verdict);
    }
}
