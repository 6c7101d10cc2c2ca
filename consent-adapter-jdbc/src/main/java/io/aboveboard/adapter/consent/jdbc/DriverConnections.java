package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Connections by the driver itself, within bounds that no driver has by default. What the URL says counts more. For
 * databases whose drivers are not named here the URL has to bound them.
 */
final class DriverConnections implements Connections {
    /** In seconds. How long a connection may take to come about, and a server to answer, until it counts as gone. */
    private static final Map<String, String> POSTGRESQL = Map.of(
            "connectTimeout", "2",
            "socketTimeout", "3",
            "cancelSignalTimeout", "2",
            "ApplicationName", "aboveboard");

    /** Read and write, but do not create: an empty database where a path was mistyped helps nobody. In milliseconds. */
    private static final Map<String, String> SQLITE = Map.of("open_mode", "2", "busy_timeout", "2000");

    /** Longer than any lock is waited for. */
    private static final String PATIENT_SECONDS = "10";

    private final JdbcConfig config;
    private final Map<String, String> bounds;

    private DriverConnections(JdbcConfig config, Map<String, String> bounds) {
        this.config = config;
        this.bounds = bounds;
    }

    /** For answers that come at once or not at all. */
    static DriverConnections brief(JdbcConfig config) {
        return new DriverConnections(config, boundsOf(config));
    }

    /** For answers that may have to wait for others. */
    static DriverConnections patient(JdbcConfig config) {
        Map<String, String> bounds = new HashMap<>(boundsOf(config));
        bounds.replace("socketTimeout", PATIENT_SECONDS);
        return new DriverConnections(config, bounds);
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection(config.url(), properties());
    }

    /** What the driver is told beside user and password. */
    Map<String, String> bounds() {
        return Map.copyOf(bounds);
    }

    private Properties properties() {
        Properties properties = new Properties();
        bounds.forEach(properties::setProperty);
        if (!config.user().isEmpty()) {
            properties.setProperty("user", config.user());
        }
        if (config.password().isSet()) {
            properties.setProperty("password", config.password().reveal());
        }
        return properties;
    }

    private static Map<String, String> boundsOf(JdbcConfig config) {
        return switch (config.subprotocol()) {
            case "postgresql" -> POSTGRESQL;
            case "sqlite" -> SQLITE;
            default -> Map.of();
        };
    }
}
