package io.aboveboard.bootstrap.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * The database of a host: a real PostgreSQL, on loopback only, that can be stopped and started again. It ends with this
 * JVM at the latest.
 */
final class HostPostgres implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path data;
    private EmbeddedPostgres server;

    private HostPostgres(Path data) throws IOException {
        this.data = data;
        this.server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale", "C")
                .start();
    }

    /** With the settings of the host, which say this of the flag. */
    static HostPostgres start(Path data, boolean flag) throws IOException, SQLException {
        HostPostgres host = new HostPostgres(data);
        host.execute("CREATE TABLE settings (id INTEGER PRIMARY KEY, allow_analytics BOOLEAN NOT NULL)");
        host.execute("INSERT INTO settings VALUES (1, " + flag + ")");
        return host;
    }

    /** As replicas share it, with nothing in it. */
    static HostPostgres empty(Path data) throws IOException {
        return new HostPostgres(data);
    }

    /** From now on the clock of the database stands, in the schema of the replicas, until the test moves it. */
    void takeOverTheClock(Instant now) throws SQLException {
        execute("CREATE SCHEMA clocked");
        execute("CREATE TABLE clocked.clock (now TIMESTAMP WITH TIME ZONE)");
        execute("INSERT INTO clocked.clock VALUES ('" + now + "')");
        execute("CREATE FUNCTION clocked.clock_timestamp() RETURNS TIMESTAMP WITH TIME ZONE LANGUAGE SQL AS"
                + " 'SELECT now FROM clocked.clock'");
    }

    void setClock(Instant now) throws SQLException {
        execute("UPDATE clocked.clock SET now = '" + now + "'");
    }

    /** As an administrator does, or a network: whoever is connected is cut off, also in a transaction. */
    void cutConnections() throws SQLException {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'aboveboard'");
    }

    Map<String, String> shared(Map<String, String> settings) {
        return shared(settings, url());
    }

    /** Where a function of the test goes before one of the same name of the database. */
    Map<String, String> sharedWithSetClock(Map<String, String> settings) {
        return shared(settings, url() + "?currentSchema=clocked,pg_catalog");
    }

    private static Map<String, String> shared(Map<String, String> settings, String url) {
        Map<String, String> more = new HashMap<>(settings);
        more.put("TELEMETRY_DATABASE_URL", url);
        more.put("TELEMETRY_DATABASE_USER", "postgres");
        more.put("TELEMETRY_DATABASE_PASSWORD", "canary");
        return more;
    }

    void stop() throws IOException {
        server.close();
    }

    void startAgain() throws IOException {
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(server.getPort())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .start();
    }

    Map<String, String> mirroring(Map<String, String> settings) {
        Map<String, String> more = new HashMap<>(settings);
        more.put("TELEMETRY_MIRROR_URL", url());
        more.put("TELEMETRY_MIRROR_USER", "postgres");
        more.put("TELEMETRY_MIRROR_PASSWORD", "canary");
        return more;
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** What was claimed, as it is to stand on the wire, by uid; of replicas that live by the clock that was taken over. */
    Map<String, byte[]> claimed() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT uid, record FROM clocked.aboveboard_claim")) {
            Map<String, byte[]> claimed = new HashMap<>();
            while (rows.next()) {
                claimed.put(rows.getString("uid"), rows.getBytes("record"));
            }
            return claimed;
        }
    }

    boolean flag() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(), "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT allow_analytics FROM settings")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    void awaitFlag(boolean expected) throws SQLException {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (flag() != expected) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the flag is still " + !expected);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
