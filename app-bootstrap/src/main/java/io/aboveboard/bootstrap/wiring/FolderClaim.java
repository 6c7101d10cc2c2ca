package io.aboveboard.bootstrap.wiring;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.state.Ownership;
import io.aboveboard.bootstrap.state.StateFolder;
import io.aboveboard.bootstrap.state.StateFolderException;
import io.aboveboard.domain.port.TelemetryMonitor;
import java.time.Duration;

/** Makes a folder remember its service, and this process its owner. A folder that cannot be written is no reason to stop. */
public final class FolderClaim {
    private FolderClaim() {}

    /**
     * Claims the folder.
     *
     * @param config the settings
     * @param patience how long to wait for another process
     * @param monitor who is told what did not work
     * @return what came of it, to be closed by the caller
     */
    public static Ownership of(AppConfig config, Duration patience, TelemetryMonitor monitor) {
        StateFolder folder = StateFolder.of(config.stateDir());
        Ownership ownership = folder.own(patience);
        if (ownership instanceof Ownership.Impossible impossible) {
            monitor.warned(impossible.why());
        } else {
            remember(folder, config.service().name(), monitor);
        }
        return ownership;
    }

    private static void remember(StateFolder folder, String service, TelemetryMonitor monitor) {
        try {
            folder.remember(service);
        } catch (StateFolderException failed) {
            monitor.warned(String.valueOf(failed.getMessage()));
        }
    }
}
