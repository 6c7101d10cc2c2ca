package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** A database, used through one short connection at a time. Thread-safe. */
final class Database {
    private final String name;
    private final Object identity;
    private final Connections connections;

    private Database(String name, Object identity, Connections connections) {
        this.name = name;
        this.identity = identity;
        this.connections = connections;
    }

    /** Used now and then, and never worth waiting for. */
    static Database at(JdbcConfig config) {
        return new Database(config.address(), config, DriverConnections.brief(config));
    }

    /** Used all the time, and worth waiting for while others hold its locks. */
    static Database shared(JdbcConfig config) {
        return new Database(config.address(), config, DriverConnections.patient(config));
    }

    static Database pooled(JdbcConfig config, PooledConnections pool) {
        return new Database(config.address(), config, pool);
    }

    static Database over(DataSource source) {
        Objects.requireNonNull(source, "source");
        return new Database("the host's data source", source, source::getConnection);
    }

    /** Equal for what was opened from the same settings or the same source. */
    Object identity() {
        return identity;
    }

    /** A statement that is cut off when it takes too long, where the limit ends with the statement. */
    static PreparedStatement prepare(Connection connection, String sql, int seconds) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        if (Dialect.hasLimitsOfStatements(connection)) {
            statement.setQueryTimeout(seconds);
        }
        return statement;
    }

    /** Adds a row. Returns false where it is there already, which some databases are told to ignore and others fail for. */
    static boolean isInserted(PreparedStatement statement) throws SQLException {
        try {
            return statement.executeUpdate() == 1;
        } catch (SQLException failed) {
            if (DatabaseFailedException.of(failed).isConflict()) {
                return false;
            }
            throw failed;
        }
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
            throw DatabaseFailedException.of(failed);
        }
    }

    /** A connection, which the caller closes. */
    Connection open() throws DatabaseFailedException {
        try {
            return Objects.requireNonNull(connections.open(), "connection");
        } catch (SQLException | RuntimeException | LinkageError failed) {
            throw DatabaseFailedException.onOpening(failed);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
