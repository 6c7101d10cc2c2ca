package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.testkit.fake.RecordingTelemetryMonitor;
import io.aboveboard.testkit.marks.AgainstDouble;

@AgainstDouble
class RecordingTelemetryMonitorContractTest implements TelemetryMonitorContract {
    private final TelemetryMonitor monitor = new RecordingTelemetryMonitor();

    @Override
    public TelemetryMonitor monitor() {
        return monitor;
    }
}
