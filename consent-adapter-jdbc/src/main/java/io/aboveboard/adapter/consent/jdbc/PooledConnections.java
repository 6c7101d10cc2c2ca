package io.aboveboard.adapter.consent.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.aboveboard.domain.annotation.Nullable;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A few connections that are kept for the next who needs one. Nothing is opened and no thread started before the first is
 * asked for; its threads are daemons. Thread-safe.
 */
final class PooledConnections implements Connections, AutoCloseable {
    /** Two threads work all the time, each at times with two; the fifth is for those who look. */
    private static final int MOST = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final JdbcConfig config;
    private @Nullable HikariDataSource pool;
    private boolean closed;

    PooledConnections(JdbcConfig config) {
        this.config = config;
    }

    @Override
    public Connection open() throws SQLException {
        return pool().getConnection();
    }

    private synchronized HikariDataSource pool() throws SQLException {
        if (closed) {
            throw new SQLException("the pool is closed", "08003");
        }
        HikariDataSource made = pool == null ? new HikariDataSource(settings()) : pool;
        pool = made;
        return made;
    }

    private HikariConfig settings() {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("aboveboard");
        settings.setJdbcUrl(config.url());
        if (!config.user().isEmpty()) {
            settings.setUsername(config.user());
        }
        if (config.password().isSet()) {
            settings.setPassword(config.password().reveal());
        }
        DriverConnections.patient(config).bounds().forEach(settings::addDataSourceProperty);
        settings.setMaximumPoolSize(MOST);
        settings.setMinimumIdle(0);
        settings.setIdleTimeout(IDLE.toMillis());
        settings.setConnectionTimeout(PATIENCE.toMillis());
        settings.setValidationTimeout(PATIENCE.toMillis() / 2);
        settings.setInitializationFailTimeout(-1);
        return settings;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (pool != null) {
            pool.close();
        }
    }
}
