package io.aboveboard.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.consent.jdbc.JdbcConfig;
import io.aboveboard.adapter.consent.jdbc.MirrorSql;
import io.aboveboard.adapter.consent.jdbc.Password;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorSettingsTest {
    private static final String URL = "jdbc:postgresql://127.0.0.1:5432/timetracker";

    private static ConfigReading read(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/app"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put("TELEMETRY_MIRROR_" + namesAndValues[i], namesAndValues[i + 1]);
        }
        return ConfigReader.read(new SettingSources(Map.of(), environment, BuildInfo.withoutSink("1.0")));
    }

    private static MirrorConfig mirror(String... namesAndValues) {
        ConfigReading reading = read(namesAndValues);
        assertThat(reading).isInstanceOf(ConfigReading.Valid.class);
        return Objects.requireNonNull(((ConfigReading.Valid) reading).config().mirror());
    }

    private static List<String> errors(String... namesAndValues) {
        ConfigReading reading = read(namesAndValues);
        assertThat(reading).isInstanceOf(ConfigReading.Invalid.class);
        return ((ConfigReading.Invalid) reading)
                .errors().stream().map(SettingProblem::toString).toList();
    }

    @Test
    void keepsNoMirrorUnlessToldWhere() {
        assertThat(((ConfigReading.Valid) read()).config().mirror()).isNull();
    }

    @Test
    void fillsInTheTableOfTheOriginal() {
        assertThat(mirror("URL", URL)).isEqualTo(new MirrorConfig(JdbcConfig.of(URL), MirrorSql.ofSettingsTable()));
    }

    @Test
    void takesWhatIsSet() {
        MirrorConfig mirror =
                mirror("URL", URL, "USER", "app", "PASSWORD", "canary", "READ_SQL", "read", "WRITE_SQL", "write ?");

        assertThat(mirror.database()).isEqualTo(new JdbcConfig(URL, "app", Password.of("canary")));
        assertThat(mirror.sql()).isEqualTo(new MirrorSql("read", "write ?"));
    }

    @Proves(Promise.P11)
    @Test
    void showsNoPassword() {
        assertThat(read("URL", URL + "?password=canary", "PASSWORD", "canary").toString())
                .contains(URL)
                .doesNotContain("canary");
    }

    @Test
    void prefersThePasswordInAFile(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(
                folder.resolve("password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, " spaces count \n");

        assertThat(mirror("URL", URL, "PASSWORD_FILE", file.toString(), "PASSWORD", "other")
                        .database()
                        .password())
                .isEqualTo(Password.of(" spaces count "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "PASSWORD", "PASSWORD_FILE", "READ_SQL", "WRITE_SQL"})
    void needsToBeToldWhere(String name) {
        assertThat(errors(name, "canary"))
                .containsExactly("TELEMETRY_MIRROR_URL: is required together with TELEMETRY_MIRROR_" + name);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://host:port/db?password=canary,"
                + "'must be like jdbc:postgresql://127.0.0.1:5432/timetracker'",
        "jdbc:oracle:thin:app/canary@host:1521/db,'there is no driver for jdbc:oracle in this jar; start it as"
                + " java -cp aboveboard.jar:driver.jar io.aboveboard.bootstrap.Main'"
    })
    void saysWhatToDoWhereNoDriverTakesTheAddress(String url, String message) {
        assertThat(errors("URL", url)).containsExactly("TELEMETRY_MIRROR_URL: " + message);
    }
}
