package io.aboveboard.adapter.consent.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A driver that fails as it is told, and remembers what it was given. */
final class UnkindDriver implements Driver {
    private final Map<String, String> received = new HashMap<>();
    private Throwable failure = new SQLException("no");

    void failWith(Throwable failure) {
        this.failure = failure;
    }

    Map<String, String> received() {
        return received;
    }

    /** Breaks the contract of a data source. */
    static DataSource sourceOfNothing() {
        return (DataSource) Proxy.newProxyInstance(
                UnkindDriver.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> null);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        info.stringPropertyNames().forEach(name -> received.put(name, info.getProperty(name)));
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (SQLException) failure;
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:unkind:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
