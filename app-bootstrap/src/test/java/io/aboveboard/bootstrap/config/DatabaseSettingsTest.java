package io.aboveboard.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.consent.jdbc.Password;
import io.aboveboard.bootstrap.state.StateFolder;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {
    private static final String URL = "jdbc:postgresql://127.0.0.1:5432/telemetry";

    private static ConfigReading read(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/app"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return ConfigReader.read(new SettingSources(Map.of(), environment, BuildInfo.withoutSink("1.0")));
    }

    private static List<String> errors(String... namesAndValues) {
        ConfigReading reading = read(namesAndValues);
        assertThat(reading).isInstanceOf(ConfigReading.Invalid.class);
        return ((ConfigReading.Invalid) reading)
                .errors().stream().map(SettingProblem::toString).toList();
    }

    @Test
    void keepsTheInstallationInTheFolderUnlessToldWhere() {
        assertThat(((ConfigReading.Valid) read()).config().database()).isNull();
    }

    @Test
    void takesWhatIsSet() {
        ConfigReading reading = read(
                "TELEMETRY_DATABASE_URL", URL,
                "TELEMETRY_DATABASE_USER", "telemetry",
                "TELEMETRY_DATABASE_PASSWORD", "canary");

        assertThat(reading.warnings()).isEmpty();
        assertThat(((ConfigReading.Valid) reading).config().database())
                .isEqualTo(new JdbcConfig(URL, "telemetry", Password.of("canary")));
        assertThat(reading.toString()).contains(URL).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "PASSWORD", "PASSWORD_FILE"})
    void needsToBeToldWhere(String name) {
        assertThat(errors("TELEMETRY_DATABASE_" + name, "/none"))
                .contains("TELEMETRY_DATABASE_URL: is required together with TELEMETRY_DATABASE_" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:sqlite:telemetry.db", "jdbc:mysql://db/telemetry"})
    void refusesADatabaseWithoutTheLocksThatReplicasRelyOn(String url) {
        assertThat(errors("TELEMETRY_DATABASE_URL", url))
                .containsExactly("TELEMETRY_DATABASE_URL: must be a PostgreSQL, like " + URL
                        + ", or an H2 for one process: replicas rely on its locks");
    }

    @Test
    void takesAnH2() {
        ConfigReading reading = read("TELEMETRY_DATABASE_URL", "jdbc:h2:file:/srv/telemetry;PASSWORD=canary");

        assertThat(((ConfigReading.Valid) reading).config().database())
                .isEqualTo(JdbcConfig.of("jdbc:h2:file:/srv/telemetry;PASSWORD=canary"));
        assertThat(reading.toString()).contains("jdbc:h2:file:/srv/telemetry").doesNotContain("canary");
    }

    @Test
    void findsWhatIsWrongTogetherWithTheRest() {
        assertThat(errors("TELEMETRY_DATABASE_URL", "db:5432", "TELEMETRY_HEARTBEAT_AT", "25:00"))
                .hasSize(2)
                .anyMatch(error -> error.startsWith("TELEMETRY_DATABASE_URL: must be like " + URL));
    }

    @Proves(Promise.P4)
    @Test
    void refusesToGoOnAloneInAFolderThatWasAReplicas(@TempDir Path folder) {
        FileInstallationStore.in(StateFolder.of(folder).replica())
                .update(stored -> stored.withPreference(StoredPreference.NO));

        assertThat(errors("INSTALLATION_CONFIG_DIR", folder.toString()))
                .singleElement()
                .asString()
                .startsWith("TELEMETRY_DATABASE_URL: is required: the installation of " + folder)
                .contains("migrate-installation --to file");
        assertThat(read("INSTALLATION_CONFIG_DIR", folder.toString(), "TELEMETRY_DATABASE_URL", URL))
                .isInstanceOf(ConfigReading.Valid.class);
    }
}
