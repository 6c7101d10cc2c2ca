package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.silence.NetworkNamespace;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A machine whose cable is pulled. */
@Tag("thorough")
class NoRouteIT {
    @Test
    @Fault("C12")
    @Proves(Promise.P8)
    void keepsWhatItCannotSendAndSaysThatTheHostCannotBeReached(@TempDir Path folder) throws Exception {
        requireNetworks();
        Map<String, String> settings = Map.of(
                "GRAFANA_OTLP_ENDPOINT", "https://192.0.2.1/otlp",
                "GRAFANA_OTLP_TOKEN", "123456:secret",
                "OTEL_SERVICE_NAME", "timetracker",
                "APP_VERSION", "5.10.0",
                "TELEMETRY_HEARTBEAT_AT", "00:00",
                "TELEMETRY_HEARTBEAT_SPREAD", "PT0S",
                "INSTALLATION_CONFIG_DIR", folder.toString());
        try (NetworkNamespace network = NetworkNamespace.open();
                JarProcess flush = JarProcess.startInside(network, settings, "flush")) {
            JarProcess.Result flushed = flush.awaitEnd();

            assertThat(flushed.exitCode()).isEqualTo(1);
            assertThat(flushed.err())
                    .contains(
                            "aboveboard: 2 not delivered, kept for the next run or flush: the host cannot be reached");
        }
        assertThat(new ObjectMapper()
                        .readTree(JarProcess.run(settings, "status", "--json").outText())
                        .path("counts")
                        .path("pending")
                        .asLong())
                .isEqualTo(2);
    }

    private static void requireNetworks() {
        String obstacle = NetworkNamespace.obstacle();
        if (!obstacle.isEmpty()) {
            System.out.println("skipped, because of " + obstacle);
            Assumptions.abort(obstacle);
        }
    }
}
