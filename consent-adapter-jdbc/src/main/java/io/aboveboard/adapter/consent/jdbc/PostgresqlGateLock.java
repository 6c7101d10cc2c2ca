package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A row, shared or not, behind a queue in which nobody overtakes. */
final class PostgresqlGateLock implements GateLock {
    private static final int SPARE_SECONDS = 2;

    @Override
    public void take(Transaction transaction, Kind kind, String installation, Duration patience) throws SQLException {
        Connection connection = transaction.connection();
        int seconds = (int) patience.toSeconds() + SPARE_SECONDS;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL READ COMMITTED");
            statement.execute("SET LOCAL lock_timeout = " + patience.toMillis());
        }
        try (PreparedStatement queue = Database.prepare(connection, queue(kind), seconds)) {
            queue.setInt(1, installation.hashCode());
            queue.execute();
        }
        try (PreparedStatement row = Database.prepare(connection, row(kind), seconds)) {
            row.setString(1, installation);
            GateLock.requireRow(row);
        }
    }

    /** The key of the queue is the identifier of the table, which is nobody else's, and the hash of the name. */
    private static String queue(Kind kind) {
        String lock = kind == Kind.SHARED ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
        return "SELECT " + lock + "('aboveboard_gate'::regclass::oid::int, ?)";
    }

    private static String row(Kind kind) {
        return "SELECT name FROM aboveboard_gate WHERE name = ? FOR " + (kind == Kind.SHARED ? "SHARE" : "UPDATE");
    }
}
