package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.bootstrap.logging.LoggingTelemetryMonitor;
import io.aboveboard.domain.host.JvmClocks;
import io.aboveboard.domain.port.TelemetryMonitor;
import jakarta.inject.Singleton;

/** The log. */
final class MonitorModule extends AbstractModule {
    @Provides
    @Singleton
    TelemetryMonitor monitor() {
        return LoggingTelemetryMonitor.to(System.getLogger("io.aboveboard.telemetry"), JvmClocks.ticker());
    }
}
