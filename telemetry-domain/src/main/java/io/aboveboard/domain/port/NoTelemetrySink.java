package io.aboveboard.domain.port;

import io.aboveboard.domain.consent.Clearance;

enum NoTelemetrySink implements TelemetrySink {
    INSTANCE;

    private static final String MESSAGE = "no sink is configured";

    @Override
    public RecordEncoder encoder() {
        throw new TelemetrySinkException(MESSAGE);
    }

    @Override
    public Delivery deliver(Clearance clearance, Batch batch) {
        throw new TelemetrySinkException(MESSAGE);
    }

    @Override
    public SinkDescription describe() {
        return SinkDescription.NOT_CONFIGURED;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
