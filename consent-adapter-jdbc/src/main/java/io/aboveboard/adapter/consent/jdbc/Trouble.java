package io.aboveboard.adapter.consent.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;

/**
 * The kinds of trouble a person can do something about, by the SQLState that the standard, PostgreSQL and H2 give, or by the
 * result code of SQLite, which gives no SQLState.
 */
enum Trouble {
    UNREACHABLE("the database cannot be reached", "start it, or correct its address"),
    UNWELCOME("the database lets this user not in", "correct user and password"),
    NO_DATABASE("there is no such database", "correct its name"),
    FULL("the database takes no more connections", "close some, or let it take more"),
    MISSING(
            "a table or a column is missing",
            "start the host once, so that it makes its tables, or give the SQL that fits them"),
    FORBIDDEN("this user may not do that", "give the user the right to read and to change it"),
    OCCUPIED("another process keeps the database to itself", "end that process, or let both enter it through a server"),
    LOCKED("somebody else holds it locked", "end who does, if that lasts"),
    UNKNOWN("the statement fails", "correct the SQL, or look into the log of the database");

    private final String what;
    private final String remedy;

    Trouble(String what, String remedy) {
        this.what = what;
        this.remedy = remedy;
    }

    String what() {
        return what;
    }

    String remedy() {
        return remedy;
    }

    static Trouble of(Throwable failed) {
        if (!(failed instanceof SQLException sql)) {
            return UNKNOWN;
        }
        Trouble known = sql.getSQLState() == null ? ofSqlite(sql) : ofState(sql.getSQLState());
        return known == UNKNOWN ? ofType(sql) : known;
    }

    private static Trouble ofState(String state) {
        return switch (state) {
            case "3D000", "90146", "90149" -> NO_DATABASE;
            case "42P01", "42703", "42S02", "42S03", "42S04", "42S22" -> MISSING;
            case "53300" -> FULL;
            case "42501", "25006", "90040", "90096", "90097" -> FORBIDDEN;
            case "90020" -> OCCUPIED;
            case "57014", "55P03", "HYT00" -> LOCKED;
            case "57P01", "57P02", "57P03", "90067", "90098", "90121" -> UNREACHABLE;
            default -> ofClass(state);
        };
    }

    private static Trouble ofClass(String state) {
        if (state.startsWith("08")) {
            return UNREACHABLE;
        }
        return state.startsWith("28") ? UNWELCOME : UNKNOWN;
    }

    private static Trouble ofSqlite(SQLException failed) {
        return switch (failed.getErrorCode()) {
            case 1 -> Objects.requireNonNullElse(failed.getMessage(), "").contains("no such ") ? MISSING : UNKNOWN;
            case 3, 8, 23 -> FORBIDDEN;
            case 5, 6 -> LOCKED;
            case 14 -> UNREACHABLE;
            default -> UNKNOWN;
        };
    }

    private static Trouble ofType(SQLException failed) {
        if (failed instanceof SQLTimeoutException) {
            return LOCKED;
        }
        boolean connecting = failed instanceof SQLTransientConnectionException
                || failed instanceof SQLNonTransientConnectionException;
        return connecting ? UNREACHABLE : UNKNOWN;
    }
}
