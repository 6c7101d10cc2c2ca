package io.aboveboard.adapter.consent.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A schema of its own in the one real PostgreSQL of this JVM, which listens on loopback only and ends with the JVM. Where
 * tests run as root, the server runs as nobody, in a user namespace.
 */
final class Postgres implements HostDatabase {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private final String schema = "host" + SCHEMAS.incrementAndGet();

    Postgres() throws SQLException {
        execute("CREATE SCHEMA " + schema);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setLocaleConfig("locale", "C")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** An address at the server, such as that of another database. */
    static String urlOf(String database) {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + database;
    }

    @Override
    public JdbcConfig config() {
        return as("postgres");
    }

    /** From now on the clock of the database stands, in this schema, until the test moves it. */
    void takeOverTheClock() throws SQLException {
        execute("CREATE TABLE " + schema + ".clock (now TIMESTAMP WITH TIME ZONE)");
        execute("INSERT INTO " + schema + ".clock VALUES ('2027-03-01T12:00:00Z')");
        execute("CREATE FUNCTION " + schema + ".clock_timestamp() RETURNS TIMESTAMP WITH TIME ZONE LANGUAGE SQL AS"
                + " 'SELECT now FROM " + schema + ".clock'");
    }

    void advance(Duration duration) {
        try {
            execute("UPDATE " + schema + ".clock SET now = now + INTERVAL '" + duration.toSeconds() + " seconds'");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    /** Where a function of the test goes before one of the same name of the database. */
    JdbcConfig configWithSetClock() {
        return new JdbcConfig(
                urlOf("postgres") + "?currentSchema=" + schema + ",pg_catalog", "postgres", Password.none());
    }

    JdbcConfig as(String user) {
        return new JdbcConfig(urlOf("postgres") + "?currentSchema=" + schema, user, Password.none());
    }

    /** As a host keeps its connections; closed by the test. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source());
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    /** Until so many wait in this server for a lock that others hold. */
    void awaitWaiting(int expected) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count("SELECT COUNT(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'") < expected) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nobody waits");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** As an administrator does, or a server that goes down: whoever is in a transaction loses the connection. */
    long endTransactions() {
        try {
            return count(
                    "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE state = 'idle in transaction'");
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    String schema() {
        return schema;
    }

    @Override
    public DataSource source() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(config().url());
        source.setUser("postgres");
        return source;
    }
}
