package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that is stopped while its receiver can be neither reached nor found to be away. */
@Tag("thorough")
class BlackHoleIT {
    private static final Duration CLOSE_BOUND = Duration.ofSeconds(5);
    private static final int EVENTS = 50;

    @Test
    @Fault("C26")
    @Proves({Promise.P7, Promise.P8})
    void losesNothingThatWasAcceptedJustBeforeItWasStopped(@TempDir Path folder) throws Exception {
        int port;
        Map<String, String> settings;
        try (BlackHole hole = BlackHole.open()) {
            port = hole.port();
            settings = settings(folder, port);
            try (RunningJar run = RunningJar.start(settings)) {
                run.grant();
                for (int number = 0; number < EVENTS; number++) {
                    assertThat(run.post("/v1/events", event(number)).statusCode())
                            .isEqualTo(200);
                }

                JarProcess.Result ended = run.process().terminate();

                assertThat(ended.exitCode()).isZero();
                assertThat(ended.took()).isLessThanOrEqualTo(CLOSE_BOUND);
            }
            // first_seen, the heartbeat and the install ping wait with them.
            assertCounts(settings, EVENTS + 3, EVENTS + 3, 0);
        }
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.startOn(port)) {
            JarProcess.Result flushed = JarProcess.run(settings, "flush");

            assertThat(flushed.exitCode()).as(String.join("; ", flushed.err())).isZero();
            assertThat(numbers(receiver))
                    .containsExactlyElementsOf(
                            IntStream.range(0, EVENTS).boxed().toList());
            assertCounts(settings, EVENTS + 3, 0, EVENTS + 3);
        }
    }

    private static Map<String, String> settings(Path folder, int port) {
        try (RecordingOtlpReceiver nowhere = RecordingOtlpReceiver.start()) {
            return JarSettings.with(
                    JarSettings.reportingTo(nowhere, folder), "GRAFANA_OTLP_ENDPOINT", "http://127.0.0.1:" + port);
        }
    }

    private static String event(int number) {
        return "{\"events\":[{\"id\":\"e-" + number + "\",\"name\":\"order.placed\",\"properties\":{\"number\":"
                + number + "}}]}";
    }

    private static Stream<Integer> numbers(RecordingOtlpReceiver receiver) {
        return receiver.records().stream()
                .filter(record -> record.eventName().equals("order.placed"))
                .map(record ->
                        Integer.valueOf(String.valueOf(record.attributes().get("number"))));
    }

    private static void assertCounts(Map<String, String> settings, long offered, long pending, long delivered)
            throws IOException, InterruptedException {
        JsonNode counts = new ObjectMapper()
                .readTree(JarProcess.run(settings, "status", "--json").outText())
                .path("counts");
        assertThat(counts.path("offered").asLong()).isEqualTo(offered);
        assertThat(counts.path("pending").asLong()).isEqualTo(pending);
        assertThat(counts.path("delivered").asLong()).isEqualTo(delivered);
        assertThat(counts.path("dropped")).isEmpty();
        assertThat(counts.path("lost_unclean").asLong()).isZero();
    }
}
