package io.aboveboard.bootstrap.wiring;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.http.Door;
import io.aboveboard.bootstrap.http.LocalServer;
import io.aboveboard.bootstrap.http.Services;
import io.aboveboard.domain.host.JvmClocks;
import io.aboveboard.domain.port.TelemetryMonitor;

/**
 * The page while a kill switch is on: it says so, and takes a no. Nothing is started behind it. Thread-safe; whoever opens
 * it closes it.
 */
public final class SilentPage implements AutoCloseable {
    private final OneShotTelemetry telemetry;
    private final LocalServer server;

    private SilentPage(OneShotTelemetry telemetry, LocalServer server) {
        this.telemetry = telemetry;
        this.server = server;
    }

    /**
     * Opens the page.
     *
     * @param config the settings
     * @param door where; closed with the page
     * @param monitor who is told
     * @return the page
     */
    public static SilentPage open(AppConfig config, Door door, TelemetryMonitor monitor) {
        OneShotTelemetry telemetry = OneShotTelemetry.looking(config, monitor);
        Services services = new Services(
                telemetry.aboveboard().transparency(),
                telemetry.aboveboard().consent(),
                telemetry.aboveboard().ingest(),
                telemetry.aboveboard().erasure(),
                () -> {},
                config.switches().silence(),
                Keys.whileSilenced(config));
        return new SilentPage(telemetry, LocalServer.open(door, services, JvmClocks.ticker()));
    }

    /**
     * Where people find it.
     *
     * @return its address
     */
    public String entrance() {
        return server.entrance().toString();
    }

    @Override
    public void close() {
        server.close();
        telemetry.close();
    }
}
