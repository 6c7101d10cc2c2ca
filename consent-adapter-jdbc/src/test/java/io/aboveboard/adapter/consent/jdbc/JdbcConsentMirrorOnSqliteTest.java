package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdbcConsentMirrorOnSqliteTest implements JdbcConsentMirrorContract {
    private Path folder;
    private Sqlite host;

    @BeforeEach
    void makeTheSettings(@TempDir Path folder) throws SQLException {
        this.folder = folder;
        host = new Sqlite(folder.resolve("host.db"));
        JdbcConsentMirrorContract.makeSettings(host);
    }

    @Override
    public HostDatabase host() {
        return host;
    }

    @Test
    void takesTheAddressAsAUri() {
        JdbcConfig uri = JdbcConfig.of("jdbc:sqlite:file:" + folder.resolve("host.db") + "?mode=rw");

        JdbcConsentMirror.create(uri, SQL).write(true);

        assertThat(mirror().read()).hasValue(true);
    }

    @Proves(Promise.P7)
    @Test
    void makesNoDatabaseWhereThereIsNone() {
        Path mistyped = folder.resolve("hots.db");
        JdbcConsentMirror mirror = JdbcConsentMirror.create(new Sqlite(mistyped).config(), SQL);

        assertThatThrownBy(mirror::read)
                .hasMessage("the flag was not read from jdbc:sqlite:" + mistyped
                        + ": the database cannot be reached; start it, or correct its address");
        assertThat(mistyped).doesNotExist();
    }
}
