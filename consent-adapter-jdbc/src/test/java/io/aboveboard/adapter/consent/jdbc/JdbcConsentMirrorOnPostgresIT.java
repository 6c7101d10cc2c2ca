package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.ConsentMirrorException;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class JdbcConsentMirrorOnPostgresIT implements JdbcConsentMirrorContract {
    private Postgres host;

    @BeforeEach
    void makeTheSettings() throws SQLException {
        host = new Postgres();
        JdbcConsentMirrorContract.makeSettings(host);
    }

    @Override
    public HostDatabase host() {
        return host;
    }

    @Proves(Promise.P7)
    @Test
    void saysThatNobodyListens() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertFails(
                "jdbc:postgresql://127.0.0.1:" + port + "/timetracker",
                "the database cannot be reached; start it, or correct its address");
    }

    @Proves({Promise.P7, Promise.P16})
    @Test
    void waitsOnlySoLongForAServerThatSaysNothing() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertFails(
                    "jdbc:postgresql://127.0.0.1:" + silent.getLocalPort() + "/timetracker",
                    "the database cannot be reached; start it, or correct its address");
        }
    }

    @Proves(Promise.P7)
    @Test
    void saysThatTheDatabaseIsMissing() {
        assertFails(Postgres.urlOf("none"), "there is no such database; correct its name");
    }

    @Proves(Promise.P7)
    @Test
    void saysThatTheUserIsUnknown() {
        assertThatThrownBy(JdbcConsentMirror.create(host.as("nobody_we_know"), MirrorSql.ofSettingsTable())::read)
                .hasMessageEndingWith("the database lets this user not in; correct user and password");
    }

    @Proves(Promise.P7)
    @Test
    void saysThatTheUserHasNotTheRight() throws SQLException {
        host.execute("DROP ROLE IF EXISTS reader");
        host.execute("CREATE ROLE reader LOGIN");
        host.execute("GRANT USAGE ON SCHEMA " + host.schema() + " TO reader");
        host.execute("GRANT SELECT ON settings TO reader");
        JdbcConsentMirror mirror = JdbcConsentMirror.create(host.as("reader"), MirrorSql.ofSettingsTable());

        assertThat(mirror.read()).isEmpty();
        assertThatThrownBy(() -> mirror.write(true))
                .hasMessageContaining("this user may not do that (ERROR: permission denied for table settings); give"
                        + " the user the right to read and to change it");
        host.execute("DROP OWNED BY reader");
    }

    private static void assertFails(String url, String why) {
        JdbcConsentMirror mirror =
                JdbcConsentMirror.create(new JdbcConfig(url, "postgres", Password.none()), MirrorSql.ofSettingsTable());

        assertThatThrownBy(mirror::read)
                .isInstanceOf(ConsentMirrorException.class)
                .hasMessage("the flag was not read from " + url + ": " + why);
    }
}
