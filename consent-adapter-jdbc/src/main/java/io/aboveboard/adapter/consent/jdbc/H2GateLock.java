package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A few rows, as H2 locks none for more than one: who shares the gate takes one of them, a decision takes all, in the same
 * order as any other. Who waits for a row is let in in no order that H2 promises; within a process the
 * {@link Places} see to it.
 */
final class H2GateLock implements GateLock {
    /** So many share it at once, over all processes; more wait for one of them. */
    private static final int ROWS_EACH = 4;

    /** Made before {@code schema/1.sql}, which then leaves it as it is. */
    static final String TABLE = "CREATE TABLE IF NOT EXISTS aboveboard_gate (name VARCHAR(128) NOT NULL, place INTEGER"
            + " NOT NULL, PRIMARY KEY (name, place))";

    static final String ROWS =
            "INSERT INTO aboveboard_gate (name, place) SELECT ?, x FROM SYSTEM_RANGE(1, " + ROWS_EACH + ")";

    private static final String FREE =
            "SELECT place FROM aboveboard_gate WHERE name = ? FETCH FIRST ROW ONLY FOR UPDATE SKIP LOCKED";

    private static final String LAST =
            "SELECT place FROM aboveboard_gate WHERE name = ? AND place = " + ROWS_EACH + " FOR UPDATE WAIT ";

    private static final String ALL =
            "SELECT place FROM aboveboard_gate WHERE name = ? ORDER BY place FOR UPDATE WAIT ";

    @Override
    public void take(Transaction transaction, Kind kind, String installation, Duration patience) throws SQLException {
        transaction.readCommitted();
        Connection connection = transaction.connection();
        double seconds = patience.toMillis() / 1000.0;
        if (kind == Kind.EXCLUSIVE) {
            wait(connection, ALL + seconds, installation);
        } else if (!isFree(connection, installation)) {
            wait(connection, LAST + seconds, installation);
        }
    }

    private static boolean isFree(Connection connection, String installation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FREE)) {
            statement.setString(1, installation);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void wait(Connection connection, String sql, String installation) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, installation);
            GateLock.requireRow(statement);
        }
    }
}
