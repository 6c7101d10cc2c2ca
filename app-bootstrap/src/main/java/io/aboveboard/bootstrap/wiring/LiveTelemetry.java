package io.aboveboard.bootstrap.wiring;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.Aboveboard;
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
     * @return what was started
     */
    public static LiveTelemetry start(AppConfig config) {
        return start(
                config,
                List.of(
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
