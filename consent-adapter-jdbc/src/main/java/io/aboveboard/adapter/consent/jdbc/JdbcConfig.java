package io.aboveboard.adapter.consent.jdbc;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;

/**
 * Where a database is, and as whom to enter it. Immutable; {@link #toString} shows neither the password nor what else in
 * the URL might be secret.
 *
 * @param url the address as its driver wants it, such as {@code jdbc:postgresql://127.0.0.1:5432/timetracker}
 * @param user the user; empty if the URL says, or the database asks for none
 * @param password the password of the user
 */
public record JdbcConfig(String url, String user, Password password) {
    /**
     * Checks the form of the URL; whether there is such a database is seen when it is used.
     *
     * @throws IllegalArgumentException if the URL is none of JDBC
     */
    public JdbcConfig {
        if (!JdbcUrl.isOne(url)) {
            throw new IllegalArgumentException(
                    "url: must be of the form jdbc:<database>:<address>, without control characters");
        }
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /**
     * A database that asks for no user, or whose URL says all.
     *
     * @param url the address as its driver wants it
     * @return where it is
     * @throws IllegalArgumentException if the URL is none of JDBC
     */
    public static JdbcConfig of(String url) {
        return new JdbcConfig(url, "", Password.none());
    }

    /**
     * The kind of the database, as the URL names it.
     *
     * @return for instance {@code postgresql}
     */
    public String subprotocol() {
        return new JdbcUrl(url).subprotocol();
    }

    /**
     * The part of the URL that can be shown.
     *
     * @return the address without user, password and parameters
     */
    public String address() {
        return new JdbcUrl(url).address();
    }

    /**
     * Whether a driver on the class path takes this URL. Opens no connection.
     *
     * @return false if there is no such driver, or it cannot read the URL
     */
    public boolean hasDriver() {
        try {
            return DriverManager.getDriver(url) != null;
        } catch (SQLException none) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "JdbcConfig[url=" + address() + ", user=" + user + ", password=" + password + "]";
    }
}
