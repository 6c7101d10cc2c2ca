package io.aboveboard.bootstrap.wiring;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.http.Door;
import io.aboveboard.bootstrap.http.LocalServer;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.Outbox;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Telemetry for a process that stays: every adapter wired in and started. Closing it is the one shutdown there is, within
 * five seconds. Thread-safe; whoever starts it closes it.
 */
public final class LiveTelemetry implements AutoCloseable {
    private final Aboveboard aboveboard;
    private final @Nullable LocalServer server;
    private final Runnable closing;

    private LiveTelemetry(Aboveboard aboveboard, @Nullable LocalServer server, Runnable closing) {
        this.aboveboard = aboveboard;
        this.server = server;
        this.closing = closing;
    }

    /**
     * Wires and starts. What was opened is closed again if that fails.
     *
     * @param config the settings
     * @param outbox the spool, claimed; closed with what is started
     * @param notice who tells the person, before the first byte leaves
     * @param door where the page is to be, or {@code null} if nowhere; closed with what was started
     * @return what was started
     */
    public static LiveTelemetry start(AppConfig config, Outbox outbox, FirstRunNotice notice, @Nullable Door door) {
        OpenInstallation installation = OpenInstallation.staying(config);
        return start(
                config,
                List.of(
                        new OutboxModule(outbox),
                        new NoticeModule(notice),
                        new InstallationModule(installation),
                        new SinkModule(),
                        new MirrorModule(),
                        new SchedulerModule(),
                        new PlatformModule(),
                        new MonitorModule()),
                door,
                installation::close);
    }

    static LiveTelemetry start(AppConfig config, List<Module> ports, @Nullable Door door, Runnable closing) {
        Unwinding unwinding = new Unwinding();
        List<Module> modules = new ArrayList<>(ports);
        modules.add(new ConfigModule(config, unwinding));
        modules.add(new AboveboardModule());
        if (door != null) {
            modules.add(new HttpModule(door));
        }
        try {
            Injector injector = Guice.createInjector(Stage.PRODUCTION, modules);
            return new LiveTelemetry(
                    injector.getInstance(Aboveboard.class),
                    door == null ? null : injector.getInstance(LocalServer.class),
                    closing);
        } catch (CreationException | ProvisionException | ConfigurationException failed) {
            unwinding.unwind(failed);
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /**
     * The telemetry itself.
     *
     * @return what was started
     */
    public Aboveboard aboveboard() {
        return aboveboard;
    }

    /**
     * Where people find the page; each call makes a new code, and the one before no longer lets anybody in.
     *
     * @return the address, or nothing if there is no page
     */
    public Optional<URI> entrance() {
        return Optional.ofNullable(server).map(LocalServer::entrance);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        aboveboard.close();
        closing.run();
    }
}
