package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The database of one installation. Its tables and rows are made before the first change, never for a look. Thread-safe.
 */
final class SharedDatabase {
    /** Many times what any statement takes that waits for nobody. */
    private static final int STATEMENT_SECONDS = 5;

    private final Database database;
    private final String installation;
    /** Not static: a thread may hold the gates of two databases. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Connection> held = new ThreadLocal<>();

    private final AtomicBoolean prepared = new AtomicBoolean();

    SharedDatabase(Database database, String installation) {
        this.database = database;
        this.installation = installation;
    }

    /** A statement that is written as PostgreSQL takes it. */
    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        return Database.prepare(connection, Dialect.of(connection).said(sql), STATEMENT_SECONDS);
    }

    /** Which installation of which database this is, however often it is opened. */
    record Key(Object database, String installation) {}

    Key key() {
        return new Key(database.identity(), installation);
    }

    String installation() {
        return installation;
    }

    /** Looks at what is there, or takes something else where not even the table is, unless it was made before. */
    <T> T look(SqlWork<T> work, T otherwise) throws DatabaseFailedException {
        boolean mayBeMissing = !prepared.get();
        Connection own = held.get();
        try {
            return own == null ? database.with(work) : on(own, work);
        } catch (DatabaseFailedException failed) {
            if (failed.isMissingTable() && mayBeMissing) {
                return otherwise;
            }
            throw failed;
        }
    }

    private static <T> T on(Connection connection, SqlWork<T> work) throws DatabaseFailedException {
        try {
            return work.on(connection);
        } catch (SQLException | RuntimeException failed) {
            throw DatabaseFailedException.of(failed);
        }
    }

    /** Does something while looks of this thread take a connection that is open anyhow. */
    <T> T lookingThrough(Connection connection, Supplier<T> action) {
        held.set(connection);
        try {
            return action.get();
        } finally {
            held.remove();
        }
    }

    /** Changes something, at once and for good, whatever becomes of a hold of the gate. */
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
