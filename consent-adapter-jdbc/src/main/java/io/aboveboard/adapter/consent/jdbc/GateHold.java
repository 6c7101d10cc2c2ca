package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Supplier;

/** A hold of the gate, for as long as its transaction is open. */
final class GateHold {
    private static final int SPARE_SECONDS = 2;

    private final Connection connection;
    private final Transaction transaction;

    private GateHold(Connection connection, Transaction transaction) {
        this.connection = connection;
        this.transaction = transaction;
    }

    /** Whether others may hold it, too. */
    enum Kind {
        SHARED("pg_advisory_xact_lock_shared", "FOR SHARE"),
        EXCLUSIVE("pg_advisory_xact_lock", "FOR UPDATE");

        private final String queue;
        private final String lock;

        /** The key of the queue is the identifier of the table, which is nobody else's, and the hash of the name. */
        Kind(String queue, String lock) {
            this.queue = "SELECT " + queue + "('aboveboard_gate'::regclass::oid::int, ?)";
            this.lock = "SELECT name FROM aboveboard_gate WHERE name = ? " + lock;
        }
    }

    static GateHold take(SharedDatabase database, Kind kind, Duration patience) throws DatabaseFailedException {
        Connection connection = database.open();
        try {
            GateHold hold = new GateHold(connection, Transaction.begin(connection));
            hold.lock(kind, database.installation(), patience);
            return hold;
        } catch (SQLException | RuntimeException failed) {
            close(connection);
            throw DatabaseFailedException.of(failed);
        }
    }

    private void lock(Kind kind, String installation, Duration patience) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            statement.execute("SET LOCAL lock_timeout = " + patience.toMillis());
        }
        try (PreparedStatement queue = connection.prepareStatement(kind.queue)) {
            queue.setQueryTimeout(seconds(patience));
            queue.setInt(1, installation.hashCode());
            queue.execute();
        }
        try (PreparedStatement row = connection.prepareStatement(kind.lock)) {
            row.setQueryTimeout(seconds(patience));
            row.setString(1, installation);
            requireRow(row);
        }
    }

    private static int seconds(Duration patience) {
        return (int) patience.toSeconds() + SPARE_SECONDS;
    }

    private static void requireRow(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new UnusableTablesException("the row in aboveboard_gate is gone; start this process again");
            }
        }
    }

    /** Does something whose looks need no other connection, so that many may hold it with few. */
    <T> T during(SharedDatabase database, Supplier<T> action) {
        return database.lookingThrough(connection, action);
    }

    /** Gives it back. Returns false if it was lost before. */
    boolean isGivenBack() {
        try (connection;
                transaction) {
            transaction.commit();
            return true;
        } catch (SQLException lost) {
            return false;
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException unheard) {
            // It is of no use any more.
        }
    }
}
