package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that is away for long leaves much waiting; whoever looks at it costs no more memory than there is. */
@Tag("thorough")
@Fault("H5")
@Proves({Promise.P6, Promise.P16})
class FullSpoolIT {
    private static final long MUCH = 48L * 1024 * 1024;
    private static final int AT_ONCE = 150;
    private static final int MOST_REQUESTS = 200;

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void isShownInPartAndTakenAlongWhole(@TempDir Path folder) throws Exception {
        try (RunningJar run = RunningJar.start(reportingToNobody(folder), "-Xmx64m", "-XX:+ExitOnOutOfMemoryError")) {
            run.grant();
            fill(run);
            JsonNode outbox = outbox(run);

            get(run.entrance());
            for (int i = 0; i < 5; i++) {
                assertThat(get(run.entrance().resolve("/"))).contains("more, which are in the download below");
            }
            assertThat(get(run.entrance().resolve("/setup"))).contains("Always sent");
            assertThat(linesOf(run.entrance().resolve("/download/preview.json"), "{\"timeUnixNano\""))
                    .isEqualTo(outbox.path("base").asLong()
                            + outbox.path("detailed").asLong());
            assertThat(run.get("/v1/status").statusCode()).isEqualTo(200);
        }
    }

    private static Map<String, String> reportingToNobody(Path folder) {
        try (RecordingOtlpReceiver gone = RecordingOtlpReceiver.start()) {
            return JarSettings.reportingTo(gone, folder);
        }
    }

    private static void fill(RunningJar run) throws Exception {
        for (int i = 0; i < MOST_REQUESTS && outbox(run).path("bytes").asLong() < MUCH; i++) {
            HttpResponse<String> answer = run.post("/v1/events", events(i));
            assertThat(answer.body()).contains("\"accepted\" : " + AT_ONCE);
        }
        assertThat(outbox(run).path("bytes").asLong()).isGreaterThanOrEqualTo(MUCH);
    }

    private static String events(int round) {
        String properties = IntStream.range(0, 6)
                .mapToObj(key -> "\"key" + key + "\":\"" + ("words of " + round + " ").repeat(80) + "\"")
                .collect(Collectors.joining(","));
        return IntStream.range(0, AT_ONCE)
                .mapToObj(place -> "{\"name\":\"timer.started\",\"properties\":{" + properties + "}}")
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    private static JsonNode outbox(RunningJar run) throws Exception {
        return new ObjectMapper().readTree(run.get("/v1/status").body()).path("outbox");
    }

    private String get(URI uri) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** This process has little memory either. */
    private long linesOf(URI uri, String beginning) throws IOException, InterruptedException {
        var answer = browser.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> line.startsWith(beginning)).count();
        }
    }
}
