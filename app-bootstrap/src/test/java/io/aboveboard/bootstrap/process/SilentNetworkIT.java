package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.silence.NetworkNamespace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a kill switch on, no command looks up a name or lets a packet out, counted below the sockets. */
@Tag("thorough")
class SilentNetworkIT {
    private Path folder;
    private NetworkNamespace network;
    private Map<String, String> settings;

    @BeforeEach
    void openANetwork(@TempDir Path folder) {
        String obstacle = NetworkNamespace.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle);
        this.folder = folder;
        network = NetworkNamespace.open();
        settings = new HashMap<>(Map.of(
                "GRAFANA_OTLP_ENDPOINT", "https://receiver.aboveboard.example",
                "GRAFANA_OTLP_TOKEN", "123456:secret",
                "OTEL_SERVICE_NAME", "timetracker",
                "APP_VERSION", "5.10.0",
                "INSTALLATION_CONFIG_DIR", folder.resolve("state").toString(),
                "TELEMETRY_HTTP_ADDRESS", "127.0.0.1:0"));
    }

    @AfterEach
    void closeTheNetwork() {
        if (network != null) {
            network.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "preview",
                "track timer.started --user=42 -p number=1",
                "heartbeat",
                "flush",
                "doctor",
                "consent grant"
            })
    @Proves(Promise.P5)
    @Fault("E10")
    void commandsAreSilent(String command) throws Exception {
        settings.put("DO_NOT_TRACK", "1");
        try (JarProcess process = JarProcess.startInside(network, settings, command.split(" ", -1))) {
            assertThat(process.awaitEnd().err()).noneMatch(line -> line.contains("Exception"));
        }
        assertSilence();
    }

    @Test
    @Proves(Promise.P5)
    @Fault("E10")
    void runIsSilentButForItsPage() throws Exception {
        settings.put("DO_NOT_TRACK", "1");
        try (JarProcess run = JarProcess.startInside(network, settings, "run")) {
            run.awaitLine("page ");
            assertSilence();
            assertThat(run.terminate().exitCode()).isZero();
        }
        assertSilence();
    }

    private void assertSilence() {
        assertThat(network.silence().breaches()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heartbeat", "doctor"})
    void commandsAreHeardWhereNoSwitchIsOn(String command) throws Exception {
        try (JarProcess process = JarProcess.startInside(network, settings, command)) {
            assertThat(process.awaitEnd().exitCode()).isEqualTo(1);
        }
        assertThat(network.silence().breaches()).isNotEmpty();
    }
}
