package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.BaseClaims;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;

/**
 * One installation that several replicas share, in a PostgreSQL. Its tables begin with {@code aboveboard_} and lie in the
 * first schema of the search path; they are made, and brought up to date, at the first change, also where all replicas
 * start at once. Nobody is told of a change before the database has it, and a change that somebody else overtook is made
 * again upon what that left.
 *
 * <p>An H2 does for tests and for a small host with one process, in which all of this holds, too. Several processes at one
 * H2 keep to the decision as well, but how long one waits for those who came later is left to H2. One in memory lasts as
 * long as somebody is connected, or with {@code DB_CLOSE_DELAY=-1} in its URL as long as the process.
 *
 * <p>Thread-safe, and safe beside other replicas. Each call opens a connection and closes it, unless the thread
 * holds the gate and only looks: then the one of the gate serves. A change takes one more. Only one that is pooled has to
 * be closed.
 */
public final class JdbcInstallationStore implements InstallationStore, AutoCloseable {
    private static final int MOST_ATTEMPTS = 100;
    private static final int LONGEST_NAME = 128;

    private final SharedDatabase database;
    private final Runnable closing;
    private final JdbcConsentLedger ledger;
    private final JdbcConsentGate gate;
    private final JdbcBaseClaims claims;

    private JdbcInstallationStore(Database database, String installation, int holds, Runnable closing) {
        if (installation.isBlank()
                || installation.length() > LONGEST_NAME
                || installation.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "installation: must be 1 to " + LONGEST_NAME + " characters without control characters");
        }
        this.closing = closing;
        this.database = new SharedDatabase(database, installation);
        this.ledger = new JdbcConsentLedger(this.database);
        this.claims = new JdbcBaseClaims(this.database);
        this.gate = new JdbcConsentGate(this.database, JdbcConsentGate.PATIENCE, new Places(holds));
    }

    /**
     * An installation in a database to which this class opens connections of its own.
     *
     * @param config where the database is; its driver is on the class path
     * @param installation which of the installations in it, such as the name of the service
     * @return the store; nothing is opened yet
     */
    public static JdbcInstallationStore create(JdbcConfig config, String installation) {
        return new JdbcInstallationStore(Database.shared(config), installation, Integer.MAX_VALUE, () -> {});
    }

    /**
     * An installation in a database to which a few connections are kept open, for a process that stays. HikariCP is on the
     * class path, too.
     *
     * @param config where the database is; its driver is on the class path
     * @param installation which of the installations in it, such as the name of the service
     * @return the store, to be closed by the caller; nothing is opened yet
     */
    public static JdbcInstallationStore pooled(JdbcConfig config, String installation) {
        PooledConnections pool = new PooledConnections(config);
        return new JdbcInstallationStore(
                Database.pooled(config, pool), installation, PooledConnections.MOST_HOLDS, pool::close);
    }

    /**
     * An installation in a database that the host has connections to.
     *
     * @param source where connections come from
     * @param installation which of the installations in it, such as the name of the service
     * @return the store; nothing is opened yet
     */
    public static JdbcInstallationStore over(DataSource source, String installation) {
        return new JdbcInstallationStore(Database.over(source), installation, Integer.MAX_VALUE, () -> {});
    }

    @Override
    public InstallationReading read() {
        try {
            InstallationRow row = row();
            return row.revision() == 0
                    ? new InstallationReading.Missing()
                    : new InstallationReading.Found(row.installation());
        } catch (DatabaseFailedException failed) {
            return new InstallationReading.Unreadable(database.toString(), String.valueOf(failed.getMessage()));
        }
    }

    private InstallationRow row() throws DatabaseFailedException {
        return database.look(
                connection -> InstallationRow.of(connection, database.installation()), InstallationRow.none());
    }

    @Override
    public Installation update(UnaryOperator<Installation> change) {
        try {
            for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
                InstallationRow row = row();
                Installation next = InstallationRow.storable(change.apply(row.installation()));
                if (next.equals(row.installation()) || isReplaced(row, next)) {
                    return next;
                }
            }
        } catch (DatabaseFailedException failed) {
            throw unsaved(String.valueOf(failed.getMessage()));
        }
        throw unsaved("others changed it at the same time, again and again; try again");
    }

    private boolean isReplaced(InstallationRow row, Installation next) throws DatabaseFailedException {
        return database.change(connection -> row.isReplacedBy(next, connection, database.installation()));
    }

    private InstallationStoreException unsaved(String why) {
        return new InstallationStoreException("The installation was not saved in " + database + ": " + why);
    }

    @Override
    public void resetIdentity() {
        InstallationStore.super.resetIdentity();
        try {
            database.change(connection -> ClaimRow.forgetOthers(connection, database.installation()));
        } catch (DatabaseFailedException failed) {
            throw new InstallationStoreException(
                    "The records of the old identity were not deleted from " + database + ": " + failed.getMessage());
        }
    }

    @Override
    public List<String> remarks() {
        return gate.remarks();
    }

    /** Closes the connections that are kept open, if it keeps any. */
    @Override
    public void close() {
        closing.run();
    }

    @Override
    public JdbcConsentLedger ledger() {
        return ledger;
    }

    @Override
    public ConsentGate gate() {
        return gate;
    }

    @Override
    public BaseClaims claims() {
        return claims;
    }
}
