package io.aboveboard.bootstrap.wiring;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.Outbox;
import java.util.ArrayList;
import java.util.List;

/**
 * Telemetry for a process that stays: every adapter wired in and started. Closing it is the one shutdown there is, within
 * five seconds. Thread-safe; whoever starts it closes it.
 */
public final class LiveTelemetry implements AutoCloseable {
    private final Aboveboard aboveboard;

    private LiveTelemetry(Aboveboard aboveboard) {
        this.aboveboard = aboveboard;
    }

    /**
     * Wires and starts. What was opened is closed again if that fails.
     *
     * @param config the settings
     * @param outbox the spool, claimed; closed with what is started
     * @param notice who tells the person, before the first byte leaves
     * @return what was started
     */
    public static LiveTelemetry start(AppConfig config, Outbox outbox, FirstRunNotice notice) {
        return start(
                config,
                List.of(
                        new OutboxModule(outbox),
                        new NoticeModule(notice),
                        new InstallationModule(),
                        new SinkModule(),
                        new MirrorModule(),
                        new SchedulerModule(),
                        new PlatformModule(),
                        new MonitorModule()));
    }

    static LiveTelemetry start(AppConfig config, List<Module> ports) {
        Unwinding unwinding = new Unwinding();
        List<Module> modules = new ArrayList<>(ports);
        modules.add(new ConfigModule(config, unwinding));
        modules.add(new AboveboardModule());
        try {
            return new LiveTelemetry(
                    Guice.createInjector(Stage.PRODUCTION, modules).getInstance(Aboveboard.class));
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

    @Override
    public void close() {
        aboveboard.close();
    }
}
