package io.aboveboard.domain.port;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.record.DropReason;

enum NoopTelemetryMonitor implements TelemetryMonitor {
    INSTANCE;

    @Override
    public void dropped(DropReason reason, long records) {
        // Not wanted.
    }

    @Override
    public void lost(PropertyLoss reason, long properties) {
        // Not wanted.
    }

    @Override
    public void delivered(long records) {
        // Not wanted.
    }

    @Override
    public void warned(String message) {
        // Not wanted.
    }
}
