package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.ConsentMirrorException;
import io.aboveboard.testkit.contract.ConsentMirrorContract;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mirror does on every database. */
interface JdbcConsentMirrorContract extends ConsentMirrorContract {
    MirrorSql SQL = MirrorSql.ofSettingsTable();

    /** Holds a table of settings with one row that says nothing about the flag. */
    HostDatabase host();

    @Override
    default ConsentMirror mirror() {
        return JdbcConsentMirror.create(host().config(), SQL);
    }

    static void makeSettings(HostDatabase host) throws SQLException {
        host.execute("CREATE TABLE settings (id INTEGER PRIMARY KEY, allow_analytics BOOLEAN)");
        host.execute("INSERT INTO settings (id) VALUES (1)");
    }

    @Test
    default void keepsTheFlagOfTheOriginal() throws SQLException {
        host().execute("DROP TABLE settings");
        host().execute("CREATE TABLE settings (id INTEGER NOT NULL PRIMARY KEY, timezone VARCHAR(50) NOT NULL,"
                + " allow_analytics BOOLEAN NOT NULL)");
        host().execute("INSERT INTO settings VALUES (1, 'Europe/Rome', TRUE)");

        assertThat(mirror().read()).hasValue(true);
        mirror().write(false);
        assertThat(mirror().read()).hasValue(false);
        host().execute("UPDATE settings SET allow_analytics = TRUE WHERE timezone = 'Europe/Rome'");
        assertThat(mirror().read()).hasValue(true);
    }

    @Test
    default void worksOverTheConnectionsOfTheHost() {
        ConsentMirror mirror = JdbcConsentMirror.over(host().source(), SQL);

        mirror.write(true);

        assertThat(mirror.read()).hasValue(true);
        assertThat(mirror().read()).hasValue(true);
    }

    @Test
    default void commitsWhereTheHostsConnectionsDoNot() {
        CountingSource source = CountingSource.withoutAutoCommit(host().source());
        ConsentMirror mirror = JdbcConsentMirror.over(source, SQL);

        mirror.write(true);

        assertThat(mirror().read()).hasValue(true);
        assertThat(mirror.read()).hasValue(true);
    }

    @Proves(Promise.P16)
    @Test
    default void leavesNoConnectionOpen() throws SQLException {
        CountingSource source = CountingSource.of(host().source());
        ConsentMirror mirror = JdbcConsentMirror.over(source, SQL);

        mirror.write(true);
        mirror.read();
        host().execute("DROP TABLE settings");
        assertThatThrownBy(mirror::read).isInstanceOf(ConsentMirrorException.class);
        assertThatThrownBy(() -> mirror.write(true)).isInstanceOf(ConsentMirrorException.class);

        assertThat(source.opened()).isEqualTo(4);
        assertThat(source.open()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"INTEGER,1,0", "VARCHAR(5),'''yes''','''no'''", "NUMERIC(1),1,0"})
    default void takesAFlagOfAnotherType(String type, String yes, String no) throws SQLException {
        host().execute("CREATE TABLE options (name VARCHAR(20), value " + type + ")");
        host().execute("INSERT INTO options VALUES ('analytics', " + no + "), ('other', NULL)");
        ConsentMirror mirror = JdbcConsentMirror.create(
                host().config(),
                new MirrorSql(
                        "SELECT value FROM options WHERE name = 'analytics'",
                        "UPDATE options SET value = CASE WHEN ? THEN " + yes + " ELSE " + no
                                + " END WHERE name = 'analytics'"));

        assertThat(mirror.read()).hasValue(false);
        mirror.write(true);
        assertThat(mirror.read()).hasValue(true);
        mirror.write(false);
        assertThat(mirror.read()).hasValue(false);
    }

    @Test
    default void readsNothingWhereRowsDisagree() throws SQLException {
        host().execute("INSERT INTO settings VALUES (2, TRUE), (3, FALSE)");

        assertThat(mirror().read()).isEmpty();
        mirror().write(false);
        assertThat(mirror().read()).hasValue(false);
    }

    @Proves(Promise.P7)
    @Test
    default void saysThatTheTableIsMissingUntilThereIsOne() throws SQLException {
        host().execute("DROP TABLE settings");

        assertThatThrownBy(mirror()::read)
                .isInstanceOf(ConsentMirrorException.class)
                .hasMessageStartingWith(
                        "the flag was not read from " + address() + ": a table or a column is missing (")
                .hasMessageContaining("settings")
                .hasMessageEndingWith(
                        "); start the host once, so that it makes its tables, or give the SQL that fits them");
        makeSettings(host());
        assertThat(mirror().read()).isEmpty();
    }

    @Proves(Promise.P7)
    @Test
    default void saysThatTheColumnIsMissing() throws SQLException {
        host().execute("ALTER TABLE settings DROP COLUMN allow_analytics");

        assertThatThrownBy(() -> mirror().write(true))
                .isInstanceOf(ConsentMirrorException.class)
                .hasMessageStartingWith("the flag was not written to " + address() + ": a table or a column is missing")
                .hasMessageContaining("allow_analytics");
    }

    @Proves(Promise.P7)
    @Test
    default void saysThatTheRowIsMissing() throws SQLException {
        host().execute("DELETE FROM settings");

        assertThat(mirror().read()).isEmpty();
        assertThatThrownBy(() -> mirror().write(true))
                .isInstanceOf(ConsentMirrorException.class)
                .hasMessage("the flag was not written to " + address() + ": no row takes it; start the host once, so"
                        + " that it makes its settings, or give the SQL that fits them");
    }

    @Proves(Promise.P7)
    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "SELEKT 1"})
    default void saysThatTheSqlIsWrong(String sql) {
        ConsentMirror mirror = JdbcConsentMirror.create(host().config(), new MirrorSql(sql, MirrorSql.DEFAULT_WRITE));

        assertThatThrownBy(mirror::read)
                .isInstanceOf(ConsentMirrorException.class)
                .hasMessageStartingWith("the flag was not read from " + address() + ": ");
    }

    @Proves({Promise.P7, Promise.P16})
    @Test
    default void waitsOnlySoLongForSomebodyWhoHoldsTheRow() throws SQLException {
        try (Connection another = host().source().getConnection();
                Statement statement = another.createStatement()) {
            another.setAutoCommit(false);
            statement.executeUpdate("UPDATE settings SET allow_analytics = TRUE");

            assertThatThrownBy(() -> mirror().write(false))
                    .isInstanceOf(ConsentMirrorException.class)
                    .hasMessageStartingWith(
                            "the flag was not written to " + address() + ": somebody else holds it locked (")
                    .hasMessageEndingWith("); end who does, if that lasts");
            another.commit();
        }
        mirror().write(false);
        assertThat(mirror().read()).hasValue(false);
    }

    private String address() {
        return host().config().address();
    }
}
