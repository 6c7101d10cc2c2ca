package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the process says to people and machines, and on which side. */
@Tag("thorough")
class UsageIT {
    private Path home;

    @BeforeEach
    void findAHome(@TempDir Path folder) {
        home = folder;
    }

    @Test
    void refusesAnUnknownCommand() throws Exception {
        JarProcess.Result result = JarProcess.run(Map.of(), "statsu");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).anyMatch(line -> line.contains("statsu"));
    }

    @Test
    void saysEverythingThatIsWrongWithTheSettingsAtOnce() throws Exception {
        JarProcess.Result result = JarProcess.run(
                Map.of(
                        "GRAFANA_OTLP_ENDPOINT", "ftp://collector.example",
                        "TELEMETRY_HEARTBEAT_AT", "25:00",
                        "TELEMETRY_HEARTBEAT_SPREAD", "P2D"),
                "run");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .extracting(line -> line.split(":", -1)[1].strip())
                .containsExactlyInAnyOrder(
                        "OTEL_SERVICE_NAME",
                        "GRAFANA_OTLP_ENDPOINT",
                        "GRAFANA_OTLP_TOKEN",
                        "INSTALLATION_CONFIG_DIR",
                        "TELEMETRY_HEARTBEAT_AT",
                        "TELEMETRY_HEARTBEAT_SPREAD");
    }

    @Test
    void saysWhatToSetWhereThereIsNothingToRun() throws Exception {
        JarProcess.Result result = JarProcess.run(Map.of("HOME", home.toString()), "run");

        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).singleElement().asString().contains("GRAFANA_OTLP_ENDPOINT");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void showsTheStatusToMachines() throws Exception {
        JarProcess.Result result = JarProcess.run(Map.of("HOME", home.toString()), "status", "--json");
        JsonNode status = new ObjectMapper().readTree(result.outText());

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(status.path("sink").path("configured").asBoolean(true)).isFalse();
        assertThat(List.of(
                        status.path("layers").asText(),
                        status.path("layers_reason").asText()))
                .containsExactly("none", "no_sink");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void playsTheDemo() throws Exception {
        JarProcess.Result result = JarProcess.run(Map.of("HOME", home.toString()), "demo", "--once");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).endsWith("Everything happened as told.");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void endsTheDemoInGoodOrderWhenAskedTo() throws Exception {
        try (JarProcess demo = JarProcess.start(Map.of("HOME", home.toString()), "demo")) {
            demo.awaitLine("Everything happened as told.");

            assertThat(demo.terminate().exitCode()).isZero();
        }
    }
}
