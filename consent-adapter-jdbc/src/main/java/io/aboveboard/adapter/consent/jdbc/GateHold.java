package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** A hold of the gate, for as long as its transaction is open. */
final class GateHold {
    private final Connection connection;
    private final Transaction transaction;

    private GateHold(Connection connection, Transaction transaction) {
        this.connection = connection;
        this.transaction = transaction;
    }

    static GateHold take(SharedDatabase database, GateLock.Kind kind, Duration patience)
            throws DatabaseFailedException {
        Connection connection = database.open();
        try {
            return locked(connection, kind, database.installation(), patience);
        } catch (SQLException | RuntimeException failed) {
            close(connection);
            throw DatabaseFailedException.of(failed);
        }
    }

    private static GateHold locked(Connection connection, GateLock.Kind kind, String installation, Duration patience)
            throws SQLException {
        Transaction transaction = Transaction.begin(connection);
        try {
            Dialect.of(connection).gateLock().take(transaction, kind, installation, patience);
            return new GateHold(connection, transaction);
        } catch (SQLException | RuntimeException failed) {
            close(transaction);
            throw failed;
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

    private static void close(AutoCloseable ofNoUse) {
        try {
            ofNoUse.close();
        } catch (Exception unheard) {
            // It is of no use any more.
        }
    }
}
