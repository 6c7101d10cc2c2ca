package io.aboveboard.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.config.BuildInfo;
import io.aboveboard.bootstrap.config.ConfigReader;
import io.aboveboard.bootstrap.config.ConfigReading;
import io.aboveboard.bootstrap.config.SettingSources;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.replica.ReplicaInstallationStore;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenInstallationTest {
    private static final String URL = "jdbc:postgresql://127.0.0.1:1/telemetry";

    private static List<InstallationStore> opened(Map<String, String> settings) {
        AppConfig config = ((ConfigReading.Valid)
                        ConfigReader.read(new SettingSources(Map.of(), settings, BuildInfo.withoutSink("1"))))
                .config();
        try (OpenInstallation staying = OpenInstallation.staying(config)) {
            return List.of(staying.store(), OpenInstallation.acting(config), OpenInstallation.looking(config));
        }
    }

    @Test
    void isInTheFolderUnlessItIsShared() {
        assertThat(opened(Map.of("HOME", "/none"))).hasOnlyElementsOfType(FileInstallationStore.class);
        assertThat(opened(Map.of("HOME", "/none", "TELEMETRY_DATABASE_URL", URL)))
                .hasOnlyElementsOfType(ReplicaInstallationStore.class);
    }

    @Test
    @Proves(Promise.P5)
    void asksNoDatabaseWhereEverythingIsOff() {
        assertThat(opened(Map.of("HOME", "/none", "TELEMETRY_DATABASE_URL", URL, "DO_NOT_TRACK", "1")))
                .hasOnlyElementsOfType(FileInstallationStore.class);
    }
}
