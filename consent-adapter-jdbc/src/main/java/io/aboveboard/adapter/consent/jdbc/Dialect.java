package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The databases in which an installation can be shared, and what they do not have in common. Statements are written as
 * PostgreSQL takes them. H2 is spoken to in its regular mode, in which a host has it.
 */
enum Dialect {
    /** One replica after the other makes the tables: the number is any, if it is always the same and nobody else's. */
    POSTGRESQL(
            "PostgreSQL",
            "SELECT pg_advisory_xact_lock(" + 0x61626f7665626f61L + ")",
            "INSERT INTO aboveboard_gate (name) VALUES (?)"),

    /** Its tables cannot be made in a transaction, so all make them, where they are not there yet. */
    H2("H2", H2GateLock.TABLE, H2GateLock.ROWS);

    private static final String RETURNING = " RETURNING ";

    private final String product;
    private final String preparation;
    private final String gateRows;

    Dialect(String product, String preparation, String gateRows) {
        this.product = product;
        this.preparation = preparation;
        this.gateRows = gateRows;
    }

    /**
     * What a database speaks.
     *
     * @throws UnusableTablesException if it is neither of these
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return Arrays.stream(values())
                .filter(dialect -> dialect.product.equals(product))
                .findAny()
                .orElseThrow(() -> new UnusableTablesException(
                        "an installation cannot be shared in " + product + "; use PostgreSQL, or H2 for one process"));
    }

    /** Whether a time limit for a statement ends with it. With H2 it would stay with the connection, which may be a host's. */
    static boolean hasLimitsOfStatements(Connection connection) throws SQLException {
        return !H2.product.equals(connection.getMetaData().getDatabaseProductName());
    }

    /** What is done before tables are made. */
    String preparation() {
        return preparation;
    }

    /** Makes the rows that are locked for an installation. */
    String gateRows() {
        return gateRows;
    }

    GateLock gateLock() {
        return switch (this) {
            case POSTGRESQL -> new PostgresqlGateLock();
            case H2 -> new H2GateLock();
        };
    }

    /** A statement in the words of this database. */
    String said(String sql) {
        return this == H2 ? inH2(sql) : sql;
    }

    /** Its time is that at which the transaction began; a row that is there already it tells by failing. */
    private static String inH2(String sql) {
        String said = sql.replace("clock_timestamp()", "CURRENT_TIMESTAMP")
                .replace("CREATE TABLE aboveboard_", "CREATE TABLE IF NOT EXISTS aboveboard_")
                .replace(" ON CONFLICT DO NOTHING", "");
        int returning = said.indexOf(RETURNING);
        return returning < 0
                ? said
                : "SELECT " + said.substring(returning + RETURNING.length()) + " FROM FINAL TABLE ("
                        + said.substring(0, returning) + ")";
    }
}
