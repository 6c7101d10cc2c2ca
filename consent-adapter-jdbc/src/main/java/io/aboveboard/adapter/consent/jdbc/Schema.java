package io.aboveboard.adapter.consent.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * The tables that an installation needs, made and brought up to date by numbered files of plain SQL. All that is missing
 * happens in one transaction, under a lock that lets one replica after the other in, so that all may start at once: who
 * comes later finds nothing to do. H2 keeps each statement for itself and has no such lock: there all of them can be done
 * twice, also by two at once.
 */
final class Schema {
    /** The number of the last file. */
    private static final int VERSION = 2;

    private static final String VERSION_TABLE = "CREATE TABLE IF NOT EXISTS aboveboard_schema (version INTEGER PRIMARY"
            + " KEY, applied_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP)";

    private Schema() {}

    /**
     * Brings the tables up to date and makes the rows of an installation.
     *
     * @param connection one without an open transaction
     * @param installation the name of the installation
     * @return true
     * @throws UnusableTablesException if a newer version of this program has been here
     */
    static boolean isPrepared(Connection connection, String installation) throws SQLException {
        try (Transaction transaction = Transaction.begin(connection)) {
            Dialect dialect = Dialect.of(connection);
            execute(connection, dialect.preparation());
            execute(connection, VERSION_TABLE);
            migrate(connection, version(connection));
            insert(
                    connection,
                    "INSERT INTO aboveboard_installation (name, revision, setup_complete) VALUES (?, 0, FALSE)",
                    installation);
            insert(connection, dialect.gateRows(), installation);
            transaction.commit();
            return true;
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COALESCE(MAX(version), 0) FROM aboveboard_schema")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void migrate(Connection connection, int version) throws SQLException {
        if (version > VERSION) {
            throw new UnusableTablesException("the tables are of version " + version
                    + ", and this program knows them up to " + VERSION + "; run the newer program");
        }
        for (int next = version + 1; next <= VERSION; next++) {
            for (String sql : statementsOf(next)) {
                execute(connection, Dialect.of(connection).said(sql));
            }
            insert(connection, "INSERT INTO aboveboard_schema (version) VALUES (?)", next);
        }
    }

    /** A statement of these files holds no semicolon but the one at its end. */
    static List<String> statementsOf(int version) {
        String name = "schema/" + version + ".sql";
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";"))
                    .map(String::strip)
                    .filter(statement -> !statement.isEmpty())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Unless somebody else was quicker. */
    private static void insert(Connection connection, String sql, Object value) throws SQLException {
        try (PreparedStatement statement = SharedDatabase.prepare(connection, sql + " ON CONFLICT DO NOTHING")) {
            statement.setObject(1, value);
            Database.isInserted(statement);
        }
    }
}
