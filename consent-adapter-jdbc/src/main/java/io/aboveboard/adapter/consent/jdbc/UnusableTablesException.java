package io.aboveboard.adapter.consent.jdbc;

import java.sql.SQLException;

/** What stands in our own tables cannot be used. The message says why and what to do. */
final class UnusableTablesException extends SQLException {
    private static final long serialVersionUID = 1L;

    UnusableTablesException(String message) {
        super(message);
    }
}
