package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The database of one installation. Its tables and rows are made before the first change, never for a look. Thread-safe.
 */
final class SharedDatabase {
    /** Many times what any statement takes that waits for nobody. */
    private static final int STATEMENT_SECONDS = 5;

    private final Database database;
    private final String installation;
    private final AtomicBoolean prepared = new AtomicBoolean();

    SharedDatabase(Database database, String installation) {
        this.database = database;
        this.installation = installation;
    }

    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return Database.prepare(connection, sql, STATEMENT_SECONDS);
    }

    /** Which installation of which database this is, however often it is opened. */
    record Key(Object database, String installation) {}

    Key key() {
        return new Key(database.identity(), installation);
    }

    String installation() {
        return installation;
    }

    /** Looks at what is there, or takes something else where not even the table is. */
    <T> T look(SqlWork<T> work, T otherwise) throws DatabaseFailedException {
        try {
            return database.with(work);
        } catch (DatabaseFailedException failed) {
            if (failed.isMissingTable() && !prepared.get()) {
                return otherwise;
            }
            throw failed;
        }
    }

    /** Changes something. */
    <T> T change(SqlWork<T> work) throws DatabaseFailedException {
        prepare();
        return database.with(work);
    }

    /** A connection for whoever keeps it for a while, and closes it. */
    Connection open() throws DatabaseFailedException {
        prepare();
        return database.open();
    }

    private void prepare() throws DatabaseFailedException {
        if (!prepared.get()) {
            prepared.set(database.with(connection -> Schema.isPrepared(connection, installation)));
        }
    }

    @Override
    public String toString() {
        return database.toString();
    }
}
