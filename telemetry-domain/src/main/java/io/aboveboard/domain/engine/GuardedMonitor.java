package io.aboveboard.domain.engine;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;

/** Keeps whatever a host's monitor throws away from everybody else. */
record GuardedMonitor(TelemetryMonitor monitor) implements TelemetryMonitor {
    /** A guarded one; where nobody listens nobody need be guarded against. */
    static TelemetryMonitor of(TelemetryMonitor monitor) {
        return TelemetryMonitor.noop().equals(monitor) ? monitor : new GuardedMonitor(monitor);
    }

    @Override
    public void dropped(DropReason reason, long records) {
        guard(() -> monitor.dropped(reason, records));
    }

    @Override
    public void lost(PropertyLoss reason, long properties) {
        guard(() -> monitor.lost(reason, properties));
    }

    @Override
    public void replaced(PrivateKind kind, long times) {
        guard(() -> monitor.replaced(kind, times));
    }

    @Override
    public void delivered(long records) {
        guard(() -> monitor.delivered(records));
    }

    @Override
    public void warned(String message) {
        guard(() -> monitor.warned(message));
    }

    private static void guard(Runnable call) {
        try {
            call.run();
        } catch (Throwable theHostsOwn) {
            // There is nobody left to tell: the monitor is whom one tells.
        }
    }
}
