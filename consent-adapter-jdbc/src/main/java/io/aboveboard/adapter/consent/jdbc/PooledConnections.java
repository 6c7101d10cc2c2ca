package io.aboveboard.adapter.consent.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import io.aboveboard.domain.annotation.Nullable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;

/**
 * A few connections that are kept for the next who needs one. Nothing is opened and no thread started before the first is
 * asked for; its threads are daemons. Thread-safe.
 */
final class PooledConnections implements Connections, AutoCloseable {
    /** Two threads work all the time, each at times with two; the fifth is for those who look. */
    static final int MOST = 5;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofMinutes(1);

    /** Of those, the gate may keep so many: a decision that holds it needs another to be stored. */
    static final int MOST_HOLDS = MOST - 1;

    /** How often one is waited for where others have them all: together longer than anybody keeps one. */
    private static final int MOST_WAITS = 5;

    /** In milliseconds; the pool takes no less. */
    private static final long SHORTEST_CHECK = 250;

    private final JdbcConfig config;
    private final Duration patience;
    private @Nullable HikariDataSource pool;
    private boolean closed;

    PooledConnections(JdbcConfig config) {
        this(config, PATIENCE);
    }

    PooledConnections(JdbcConfig config, Duration patience) {
        this.config = config;
        this.patience = patience;
    }

    @Override
    public Connection open() throws SQLException {
        HikariDataSource source = pool();
        for (int wait = 1; true; wait++) {
            try {
                return source.getConnection();
            } catch (SQLTransientConnectionException timedOut) {
                if (wait == MOST_WAITS || !isBusy(source)) {
                    throw timedOut;
                }
            }
        }
    }

    /** Whether there is a database, and only none of its connections left. */
    private static boolean isBusy(HikariDataSource source) {
        HikariPoolMXBean state = source.getHikariPoolMXBean();
        return state != null && state.getActiveConnections() == MOST;
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
        settings.setConnectionTimeout(patience.toMillis());
        settings.setValidationTimeout(Math.max(patience.toMillis() / 2, SHORTEST_CHECK));
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
