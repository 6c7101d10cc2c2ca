package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.ConsentMirrorException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The host's copy of the decision in its own database, such as {@code settings.allow_analytics}. Each call opens a
 * connection and closes it, so nobody closes the mirror. A database that does not answer holds a call up for seconds at
 * most: by the limits of its driver where this class opens the connections, by those of the host where its data source
 * does. Thread-safe.
 */
public final class JdbcConsentMirror implements ConsentMirror {
    /** Two are enough to see that rows disagree. */
    private static final int MOST_ROWS = 2;

    private static final int STATEMENT_SECONDS = 2;

    private final Database database;
    private final MirrorSql sql;

    private JdbcConsentMirror(Database database, MirrorSql sql) {
        this.database = database;
        this.sql = Objects.requireNonNull(sql, "sql");
    }

    /**
     * A mirror that opens connections of its own.
     *
     * @param config where the database is; its driver is on the class path
     * @param sql how the copy is read and written
     * @return the mirror; nothing is opened yet
     */
    public static JdbcConsentMirror create(JdbcConfig config, MirrorSql sql) {
        return new JdbcConsentMirror(Database.at(config), sql);
    }

    /**
     * A mirror over the connections of the host.
     *
     * @param source where connections come from; one that does not commit by itself is told to
     * @param sql how the copy is read and written
     * @return the mirror; nothing is opened yet
     */
    public static JdbcConsentMirror over(DataSource source, MirrorSql sql) {
        return new JdbcConsentMirror(Database.over(source), sql);
    }

    @Override
    public Optional<Boolean> read() {
        try {
            return database.with(this::readFrom);
        } catch (DatabaseFailedException failed) {
            throw new ConsentMirrorException("the flag was not read from " + database + ": " + failed.getMessage());
        }
    }

    private Optional<Boolean> readFrom(Connection connection) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, sql.read(), STATEMENT_SECONDS)) {
            statement.setMaxRows(MOST_ROWS);
            try (ResultSet rows = statement.executeQuery()) {
                return agreed(rows);
            }
        }
    }

    private static Optional<Boolean> agreed(ResultSet rows) throws SQLException {
        Set<Optional<Boolean>> seen = new HashSet<>();
        while (rows.next()) {
            seen.add(Flag.of(rows.getObject(1)));
        }
        return seen.size() == 1 ? seen.iterator().next() : Optional.empty();
    }

    @Override
    public void write(boolean allowed) {
        if (changedRows(allowed) == 0) {
            throw new ConsentMirrorException("the flag was not written to " + database + ": no row takes it; start the"
                    + " host once, so that it makes its settings, or give the SQL that fits them");
        }
    }

    private int changedRows(boolean allowed) {
        try {
            return database.with(connection -> writeTo(connection, allowed));
        } catch (DatabaseFailedException failed) {
            throw new ConsentMirrorException("the flag was not written to " + database + ": " + failed.getMessage());
        }
    }

    private int writeTo(Connection connection, boolean allowed) throws SQLException {
        try (PreparedStatement statement = Database.prepare(connection, sql.write(), STATEMENT_SECONDS)) {
            statement.setBoolean(1, allowed);
            return statement.executeUpdate();
        }
    }
}
