package io.aboveboard.bootstrap.demo;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.scheduler.quartz.QuartzHeartbeatScheduler;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.domain.port.TelemetryMonitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/** What the story is played with: the real adapters, as a service would embed them. */
final class Stage {
    static final String SERVICE = "aboveboard-demo";
    static final String VERSION = "1.0.0";

    /** Made up; the receiver takes no other. */
    static final String TOKEN = "1:demo-token";

    private Stage() {}

    /** A heartbeat at midnight without a spread is due whenever the demo is played. */
    static Aboveboard set(Path stateDir, URI endpoint, TelemetryMonitor monitor) {
        return Aboveboard.of(SERVICE, VERSION)
                .installation(FileInstallationStore.in(stateDir))
                .outbox(FileOutbox.in(stateDir))
                .sink(OtlpTelemetrySink.create(OtlpSinkConfig.of(endpoint.toString(), TOKEN)))
                .scheduler(QuartzHeartbeatScheduler.create())
                .heartbeatAt(LocalTime.MIDNIGHT)
                .heartbeatSpread(Duration.ZERO)
                .environmentSwitches(new EnvironmentSwitches(Switches.unset(), List.of()))
                .monitor(monitor)
                .start();
    }
}
