package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT clock_timestamp() | SELECT CURRENT_TIMESTAMP",
                "INSERT INTO a VALUES (?) ON CONFLICT DO NOTHING | INSERT INTO a VALUES (?)",
                "UPDATE a SET b = ? WHERE c = ? RETURNING b, d | SELECT b, d FROM FINAL TABLE (UPDATE a SET b = ? WHERE c = ?)",
                "CREATE TABLE aboveboard_a (b INTEGER) | CREATE TABLE IF NOT EXISTS aboveboard_a (b INTEGER)",
                "SELECT a FROM b | SELECT a FROM b"
            })
    void saysTheSameInTheWordsOfEach(String inPostgresql, String inH2) {
        assertThat(Dialect.POSTGRESQL.said(inPostgresql)).isEqualTo(inPostgresql);
        assertThat(Dialect.H2.said(inPostgresql)).isEqualTo(inH2);
    }

    @Test
    void refusesAnotherDatabaseByName(@TempDir Path folder) {
        InstallationStore store =
                JdbcInstallationStore.over(new Sqlite(folder.resolve("host.db")).source(), "timetracker");

        assertThatThrownBy(() -> store.update(stored -> SampleInstallation.stored()))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageEndingWith(
                        "an installation cannot be shared in SQLite; use PostgreSQL, or H2 for one process");
    }
}
