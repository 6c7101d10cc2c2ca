package io.aboveboard.adapter.consent.jdbc;

/**
 * How the host's copy of the decision is read and written.
 *
 * @param read gives the copy in its first column: a boolean, {@code 0} or {@code 1}, or {@code yes} or {@code no} and the
 *     like. No row, nothing in the column, and rows that disagree all count as no copy
 * @param write makes the copy the boolean that its one {@code ?} stands for, and changes at least one row
 */
public record MirrorSql(String read, String write) {
    /** Reads the flag of the only row of {@code settings}. */
    public static final String DEFAULT_READ = "SELECT DISTINCT allow_analytics FROM settings";

    /** Writes it. */
    public static final String DEFAULT_WRITE = "UPDATE settings SET allow_analytics = ?";

    /**
     * Checks that both can be what they are said to be.
     *
     * @throws IllegalArgumentException if one is blank, or there is no place for the flag in the second
     */
    public MirrorSql {
        if (read.isBlank()) {
            throw new IllegalArgumentException("read: must not be blank");
        }
        if (write.indexOf('?') < 0) {
            throw new IllegalArgumentException("write: must hold a ? where the flag goes");
        }
    }

    /**
     * The SQL for a table {@code settings} of one row with a column {@code allow_analytics} that takes a boolean, as
     * PostgreSQL, SQLite, H2 and most other databases understand it.
     *
     * @return both statements
     */
    public static MirrorSql ofSettingsTable() {
        return new MirrorSql(DEFAULT_READ, DEFAULT_WRITE);
    }
}
