package io.aboveboard.bootstrap.wiring;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.state.StateFolder;
import io.aboveboard.bootstrap.state.StateFolderException;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.replica.Relocation;
import io.aboveboard.domain.replica.Relocation.Outcome;

/** Takes the installation from the folder to the database, or back, while no process runs on the folder. */
public final class InstallationMove {
    private InstallationMove() {}

    /**
     * Takes it to the database; from then on this folder is one of a replica.
     *
     * @param config the settings
     * @param database where it goes
     * @param monitor who is told what did not work
     * @return what came of it
     */
    public static Outcome toDatabase(AppConfig config, JdbcConfig database, TelemetryMonitor monitor) {
        return alone(config, monitor, () -> {
            InstallationStore shared = OpenInstallation.shared(config, database);
            Outcome outcome = Relocation.move(OpenInstallation.inFolder(config), shared);
            if (outcome instanceof Outcome.Moved && shared.read() instanceof InstallationReading.Found found) {
                OpenInstallation.memory(config).update(stored -> found.installation());
            }
            return outcome;
        });
    }

    /**
     * Takes it back into the folder; from then on this folder is the only place.
     *
     * @param config the settings
     * @param database where it is
     * @param monitor who is told what did not work
     * @return what came of it
     */
    public static Outcome toFolder(AppConfig config, JdbcConfig database, TelemetryMonitor monitor) {
        return alone(config, monitor, () -> {
            Outcome outcome =
                    Relocation.move(OpenInstallation.shared(config, database), OpenInstallation.inFolder(config));
            if (outcome instanceof Outcome.Moved) {
                StateFolder.of(config.stateDir()).forgetReplica();
            }
            return outcome;
        });
    }

    @FunctionalInterface
    private interface Move {
        Outcome now();
    }

    private static Outcome alone(AppConfig config, TelemetryMonitor monitor, Move move) {
        try (Outbox outbox = Adapters.outbox(config)) {
            if (!OwnedOutbox.claims(outbox, monitor)) {
                return new Outcome.NotMoved("another process acts for this installation; stop it first");
            }
            ServiceMemory.remember(config, monitor);
            return move.now();
        } catch (InstallationStoreException | StateFolderException failed) {
            return new Outcome.NotMoved(String.valueOf(failed.getMessage()));
        }
    }
}
