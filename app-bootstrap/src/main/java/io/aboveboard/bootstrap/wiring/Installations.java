package io.aboveboard.bootstrap.wiring;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.port.InstallationStore;

/** The installation alone, for commands that look at its receipts or give up its identity. */
public final class Installations {
    private Installations() {}

    /**
     * The installation of the settings.
     *
     * @param config the settings
     * @return the store; nothing is read or written yet
     */
    public static InstallationStore of(AppConfig config) {
        return OpenInstallation.looking(config);
    }
}
