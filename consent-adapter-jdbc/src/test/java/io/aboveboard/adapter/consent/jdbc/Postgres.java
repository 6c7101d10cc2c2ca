package io.aboveboard.adapter.consent.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A schema of its own in the one real PostgreSQL of this JVM, which listens on loopback only and ends with the JVM. Where
 * tests run as root, the server runs as nobody, in a user namespace.
 */
final class Postgres implements HostDatabase {
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

    JdbcConfig as(String user) {
        return new JdbcConfig(urlOf("postgres") + "?currentSchema=" + schema, user, Password.none());
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
