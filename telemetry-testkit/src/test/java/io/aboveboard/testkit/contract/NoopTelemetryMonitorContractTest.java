package io.aboveboard.testkit.contract;

import io.aboveboard.domain.port.TelemetryMonitor;

class NoopTelemetryMonitorContractTest implements TelemetryMonitorContract {
    @Override
    public TelemetryMonitor monitor() {
        return TelemetryMonitor.noop();
    }
}
