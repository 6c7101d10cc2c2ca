package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** What is done with a connection. */
@FunctionalInterface
interface SqlWork<T> {
    /** Does it, without closing the connection. */
    T on(Connection connection) throws SQLException;
}
