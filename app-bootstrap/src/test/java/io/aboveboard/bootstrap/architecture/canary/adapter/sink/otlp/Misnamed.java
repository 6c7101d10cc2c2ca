package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

import io.aboveboard.bootstrap.architecture.canary.domain.port.TelemetrySink;

/** Does not say which role it plays. */
public final class Misnamed implements TelemetrySink {
    @Override
    public void close() {
        // Nothing to close.
    }
}
