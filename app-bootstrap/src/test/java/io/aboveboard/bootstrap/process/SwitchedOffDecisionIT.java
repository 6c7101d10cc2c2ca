package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a kill switch is on a no can be said, and is still there when the switch is gone; a yes cannot. */
@Tag("thorough")
@Proves({Promise.P1, Promise.P5})
class SwitchedOffDecisionIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    @Test
    void keepsANoAndRefusesAYes(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start()) {
            Map<String, String> settings = JarSettings.reportingTo(receiver, folder);
            try (RunningJar granted = RunningJar.start(settings)) {
                granted.grant();
                assertThat(granted.process().terminate().exitCode()).isZero();
            }
            int before = receiver.requests().size();
            try (RunningJar off = RunningJar.start(JarSettings.with(settings, "DO_NOT_TRACK", "1"))) {
                assertThat(send(off, "POST", "/decision", "answer=yes", FORM).statusCode())
                        .isEqualTo(409);
                assertThat(send(off, "PUT", "/v1/consent", "{\"granted\":true}", JSON)
                                .statusCode())
                        .isEqualTo(409);
                assertThat(off.get("/v1/consent").body())
                        .contains("\"granted\"")
                        .doesNotContain("\"denied\"");
                assertThat(send(off, "POST", "/decision", "answer=no", FORM).statusCode())
                        .isEqualTo(303);
                assertThat(off.process().terminate().exitCode()).isZero();
            }
            assertThat(receiver.requests()).hasSize(before);
            try (RunningJar on = RunningJar.start(settings)) {
                assertThat(on.get("/v1/consent").body()).contains("\"denied\"");
                assertThat(on.post("/v1/events", "{\"events\":[{\"name\":\"a.b\"}]}")
                                .body())
                        .contains("no_consent");
            }
        }
    }

    private static HttpResponse<String> send(RunningJar run, String method, String path, String body, String type)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(run.entrance().resolve(path))
                .header("Content-Type", type)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
