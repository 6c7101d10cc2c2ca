package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.http.Door;
import io.aboveboard.bootstrap.http.LocalServer;
import io.aboveboard.bootstrap.http.Services;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.host.JvmClocks;
import io.aboveboard.domain.port.TelemetryMonitor;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The page and the interface for programs, behind a door that was taken before. */
final class HttpModule extends AbstractModule {
    /** How long somebody at the page waits for what was asked to be sent. */
    private static final Duration WAIT = Duration.ofSeconds(2);

    private final Door door;

    HttpModule(Door door) {
        this.door = door;
    }

    @Provides
    @Singleton
    LocalServer server(AppConfig config, Aboveboard aboveboard, TelemetryMonitor monitor, Unwinding unwinding) {
        Services services = new Services(
                aboveboard.transparency(),
                aboveboard.consent(),
                aboveboard.ingest(),
                aboveboard.erasure(),
                () -> aboveboard.flush(WAIT),
                config.switches().silence(),
                Keys.of(config, monitor));
        LocalServer server = LocalServer.open(door, services, JvmClocks.ticker());
        unwinding.onFailure(server::close);
        return server;
    }
}
