package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction. What is not committed by the time it is closed is rolled back; the connection is left as it was. */
final class Transaction implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;
    private boolean committed;

    private Transaction(Connection connection, boolean autoCommit) {
        this.connection = connection;
        this.autoCommit = autoCommit;
    }

    static Transaction begin(Connection connection) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        return new Transaction(connection, autoCommit);
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    @Override
    public void close() throws SQLException {
        if (!committed) {
            connection.rollback();
        }
        connection.setAutoCommit(autoCommit);
    }
}
