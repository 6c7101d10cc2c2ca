package io.aboveboard.bootstrap.wiring;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.state.StateFolder;
import io.aboveboard.bootstrap.state.StateFolderException;
import io.aboveboard.domain.port.TelemetryMonitor;

/** Makes a folder remember whose installation it holds. */
public final class ServiceMemory {
    private ServiceMemory() {}

    /**
     * Remembers it; a folder that cannot be written is no reason to stop.
     *
     * @param config the settings
     * @param monitor who is told what did not work
     */
    public static void remember(AppConfig config, TelemetryMonitor monitor) {
        try {
            StateFolder.of(config.stateDir()).remember(config.service().name());
        } catch (StateFolderException failed) {
            monitor.warned(String.valueOf(failed.getMessage()));
        }
    }
}
