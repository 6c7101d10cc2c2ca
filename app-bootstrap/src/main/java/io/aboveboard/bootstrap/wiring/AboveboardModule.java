package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.PlatformProbe;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.port.TelemetrySink;
import jakarta.inject.Singleton;

/** The library over all of its ports, started. */
final class AboveboardModule extends AbstractModule {
    @Provides
    @Singleton
    Aboveboard aboveboard(
            AppConfig config,
            InstallationStore installation,
            Outbox outbox,
            TelemetrySink sink,
            ConsentMirror mirror,
            HeartbeatScheduler scheduler,
            PlatformProbe probe,
            FirstRunNotice notice,
            TelemetryMonitor monitor,
            Unwinding unwinding) {
        Aboveboard started = Adapters.settings(config)
                .installation(installation)
                .outbox(outbox)
                .sink(sink)
                .mirror(mirror)
                .scheduler(scheduler)
                .probe(probe)
                .notice(notice)
                .monitor(monitor)
                .start();
        unwinding.onFailure(started::close);
        return started;
    }
}
