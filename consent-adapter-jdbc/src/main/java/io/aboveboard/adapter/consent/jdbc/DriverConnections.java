package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
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

    private final JdbcConfig config;

    DriverConnections(JdbcConfig config) {
        this.config = config;
    }

    @Override
    public Connection open() throws SQLException {
        return DriverManager.getConnection(config.url(), properties());
    }

    private Properties properties() {
        Properties properties = new Properties();
        bounds().forEach(properties::setProperty);
        if (!config.user().isEmpty()) {
            properties.setProperty("user", config.user());
        }
        if (config.password().isSet()) {
            properties.setProperty("password", config.password().reveal());
        }
        return properties;
    }

    private Map<String, String> bounds() {
        return switch (config.subprotocol()) {
            case "postgresql" -> POSTGRESQL;
            case "sqlite" -> SQLITE;
            default -> Map.of();
        };
    }
}
