package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

import io.aboveboard.bootstrap.architecture.canary.domain.port.TelemetrySink;

/** Can be extended. */
public class OpenTelemetrySink implements TelemetrySink {
    @Override
    public void close() {
        // Nothing to close.
    }
}
