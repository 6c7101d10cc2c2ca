package io.aboveboard.adapter.consent.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections to one database come from. Thread-safe. */
@FunctionalInterface
interface Connections {
    /** A connection, which the caller closes. */
    Connection open() throws SQLException;
}
