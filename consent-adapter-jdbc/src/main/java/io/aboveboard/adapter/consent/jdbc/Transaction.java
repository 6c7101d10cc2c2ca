package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** One transaction. What is not committed by the time it is closed is rolled back; the connection is left as it was. */
final class Transaction implements AutoCloseable {
    private final Connection connection;
    private final boolean autoCommit;
    private int isolation = Connection.TRANSACTION_NONE;
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

    Connection connection() {
        return connection;
    }

    /** Each statement sees what is committed by then. To be called first, and only where a transaction can be told so. */
    void readCommitted() throws SQLException {
        int before = connection.getTransactionIsolation();
        if (before != Connection.TRANSACTION_READ_COMMITTED) {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            isolation = before;
        }
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
        if (isolation != Connection.TRANSACTION_NONE) {
            connection.setTransactionIsolation(isolation);
        }
        connection.setAutoCommit(autoCommit);
    }
}
