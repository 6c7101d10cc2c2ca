package io.aboveboard.adapter.consent.jdbc;

import java.sql.SQLException;
import java.util.Objects;

/** What is wrong with a database, in words that help, without secrets, and the same as long as the same is wrong. */
final class Explanation {
    private static final int MOST_QUOTED = 200;

    private Explanation() {}

    /** What a driver says when it cannot connect is not quoted: it may be the whole URL. */
    static String ofOpening(Throwable failed) {
        Trouble trouble = Trouble.of(failed);
        return trouble == Trouble.UNKNOWN
                ? explained(Trouble.UNREACHABLE, " (" + code(failed) + ")")
                : explained(trouble, "");
    }

    /** What it says about a statement is, as far as its first line goes. */
    static String ofStatement(Throwable failed) {
        if (failed instanceof UnusableTablesException explained) {
            return String.valueOf(explained.getMessage());
        }
        Trouble trouble = Trouble.of(failed);
        return trouble == Trouble.UNREACHABLE
                ? explained(trouble, "")
                : explained(trouble, " (" + (failed instanceof SQLException ? firstLine(failed) : code(failed)) + ")");
    }

    private static String explained(Trouble trouble, String detail) {
        return trouble.what() + detail + "; " + trouble.remedy();
    }

    private static String code(Throwable failed) {
        String state = failed instanceof SQLException sql ? sql.getSQLState() : null;
        return state == null ? failed.getClass().getSimpleName() : "SQLState " + state;
    }

    private static String firstLine(Throwable failed) {
        String text = Objects.requireNonNullElse(failed.getMessage(), "")
                .lines()
                .findFirst()
                .orElse(code(failed))
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
        return text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED) + "…";
    }
}
