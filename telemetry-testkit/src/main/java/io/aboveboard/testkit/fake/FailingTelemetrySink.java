package io.aboveboard.testkit.fake;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Delivery;
import io.aboveboard.domain.port.RecordEncoder;
import io.aboveboard.domain.port.SinkDescription;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.port.TelemetrySinkException;

/** A sink that is configured but cannot work at all, as with a library that is too old. Immutable. */
public final class FailingTelemetrySink implements TelemetrySink {
    private static final String MESSAGE = "this sink fails, as it was built to";

    /** A sink. */
    public FailingTelemetrySink() {}

    @Override
    public RecordEncoder encoder() {
        throw new TelemetrySinkException(MESSAGE);
    }

    @Override
    public Delivery deliver(Clearance clearance, Batch batch) {
        batch.requireCoveredBy(clearance);
        throw new TelemetrySinkException(MESSAGE);
    }

    @Override
    public SinkDescription describe() {
        return new SinkDescription(true, "https://broken.example/v1/logs", "broken.example", true);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
