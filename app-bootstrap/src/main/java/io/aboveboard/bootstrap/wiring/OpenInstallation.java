package io.aboveboard.bootstrap.wiring;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.consent.jdbc.JdbcInstallationStore;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.state.StateFolder;
import io.aboveboard.domain.host.JvmClocks;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.replica.ReplicaInstallationStore;

/**
 * The installation of a process, in its folder or shared through a database. Where everything is off it is the one in the
 * folder: to off belongs that no database is asked. Thread-safe; whoever opens it closes it.
 *
 * @param store the installation
 * @param closing what is left to be done when nobody uses it any more
 */
record OpenInstallation(InstallationStore store, Runnable closing) implements AutoCloseable {
    /** For a process that stays: connections are kept. */
    static OpenInstallation staying(AppConfig config) {
        JdbcConfig database = config.database();
        if (database == null || config.isSilenced()) {
            return new OpenInstallation(inFolder(config), () -> {});
        }
        JdbcInstallationStore shared =
                JdbcInstallationStore.pooled(database, config.service().name());
        return new OpenInstallation(acting(config, shared), shared::close);
    }

    /** For a command that acts as the application. */
    static InstallationStore acting(AppConfig config) {
        JdbcConfig database = config.database();
        return database == null || config.isSilenced() ? inFolder(config) : acting(config, shared(config, database));
    }

    /** For a command that looks or decides. */
    static InstallationStore looking(AppConfig config) {
        JdbcConfig database = config.database();
        return database == null || config.isSilenced()
                ? inFolder(config)
                : ReplicaInstallationStore.looking(
                        shared(config, database), memory(config), inFolder(config), JvmClocks.ticker());
    }

    static InstallationStore inFolder(AppConfig config) {
        return FileInstallationStore.in(config.stateDir());
    }

    static JdbcInstallationStore shared(AppConfig config, JdbcConfig database) {
        return JdbcInstallationStore.create(database, config.service().name());
    }

    /** What this replica read last of what it shares. */
    static InstallationStore memory(AppConfig config) {
        return FileInstallationStore.in(StateFolder.of(config.stateDir()).replica());
    }

    private static InstallationStore acting(AppConfig config, InstallationStore shared) {
        return ReplicaInstallationStore.acting(shared, memory(config), inFolder(config), JvmClocks.ticker());
    }

    @Override
    public void close() {
        closing.run();
    }
}
