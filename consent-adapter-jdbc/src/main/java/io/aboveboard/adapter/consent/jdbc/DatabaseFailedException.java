package io.aboveboard.adapter.consent.jdbc;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/** A database did not do what it was asked. The message says what is wrong and what to do, and holds no secret. */
final class DatabaseFailedException extends Exception {
    private static final long serialVersionUID = 1L;
    /** As PostgreSQL says it, and H2, which knows three ways to miss a table. */
    private static final Set<String> UNDEFINED_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    private static final String UNIQUE_VIOLATION = "23505";

    private final String state;

    /** Without the failure of the driver as its cause: some drivers quote the whole URL in theirs. */
    private DatabaseFailedException(String message, Throwable failed) {
        super(message);
        String known = failed instanceof SQLException sql ? sql.getSQLState() : null;
        this.state = Objects.requireNonNullElse(known, "");
    }

    static DatabaseFailedException onOpening(Throwable failed) {
        return new DatabaseFailedException(Explanation.ofOpening(failed), failed);
    }

    static DatabaseFailedException of(Throwable failed) {
        return new DatabaseFailedException(Explanation.ofStatement(failed), failed);
    }

    boolean isMissingTable() {
        return UNDEFINED_TABLE.contains(state);
    }

    /** Whether somebody else was quicker. */
    boolean isConflict() {
        return state.equals(UNIQUE_VIOLATION);
    }
}
