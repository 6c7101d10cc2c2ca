package io.aboveboard.adapter.consent.jdbc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** How a database locks the gate for as long as a transaction is open. */
@FunctionalInterface
interface GateLock {
    /** Waits for it, and fails where it does not come about in time. */
    void take(Transaction transaction, Kind kind, String installation, Duration patience) throws SQLException;

    /** Whether others may hold it, too. */
    enum Kind {
        SHARED,
        EXCLUSIVE
    }

    static void requireRow(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new UnusableTablesException("the row in aboveboard_gate is gone; start this process again");
            }
        }
    }
}
