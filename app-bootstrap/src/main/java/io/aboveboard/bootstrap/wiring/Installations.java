package io.aboveboard.bootstrap.wiring;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.state.StateFolder;
import io.aboveboard.domain.installation.InstallationReading;
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

    /**
     * Whether there was an installation: one whose file is gone has left records and receipts all the same.
     *
     * @param config the settings
     * @return false if there is nothing that could be forgotten
     */
    public static boolean isAnythingLeft(AppConfig config) {
        return StateFolder.of(config.stateDir()).isUsed()
                || !(of(config).read() instanceof InstallationReading.Missing);
    }
}
