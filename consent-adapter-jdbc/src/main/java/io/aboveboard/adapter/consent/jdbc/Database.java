package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** A database, used through one short connection at a time. Thread-safe. */
final class Database {
    private static final int STATEMENT_SECONDS = 2;

    private final String name;
    private final Connections connections;

    private Database(String name, Connections connections) {
        this.name = name;
        this.connections = connections;
    }

    static Database at(JdbcConfig config) {
        return new Database(config.address(), new DriverConnections(config));
    }

    static Database over(DataSource source) {
        Objects.requireNonNull(source, "source");
        return new Database("the host's data source", source::getConnection);
    }

    /** A statement that is cut off when it takes too long. */
    static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout(STATEMENT_SECONDS);
        return statement;
    }

    /** Does something in a connection of its own, and has it kept. A driver may fail in any way. */
    <T> T with(SqlWork<T> work) throws DatabaseFailedException {
        try (Connection connection = open()) {
            T result = work.on(connection);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return result;
        } catch (SQLException | RuntimeException | LinkageError failed) {
            throw new DatabaseFailedException(Explanation.ofStatement(failed));
        }
    }

    private Connection open() throws DatabaseFailedException {
        try {
            return Objects.requireNonNull(connections.open(), "connection");
        } catch (SQLException | RuntimeException | LinkageError failed) {
            throw new DatabaseFailedException(Explanation.ofOpening(failed));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
