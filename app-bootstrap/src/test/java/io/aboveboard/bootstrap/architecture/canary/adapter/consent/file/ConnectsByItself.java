package io.aboveboard.bootstrap.architecture.canary.adapter.consent.file;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens a database beside the adapter that may. */
public final class ConnectsByItself {
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:host.db");
    }
}
