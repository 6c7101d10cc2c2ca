package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is forgotten on the page is gone from the disk, while the process goes on. */
@Tag("thorough")
@Proves(Promise.P2)
class ForgetIT {
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void leavesNothingOfTheInstallationAndBeginsAnother(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
                RunningJar run = RunningJar.start(JarSettings.reportingTo(receiver, folder))) {
            run.grant();
            run.post("/v1/events", "{\"events\":[{\"name\":\"order.placed\",\"user_id\":42}]}");
            String before = receiver.awaitRecords(4, JarProcess.PATIENCE).get(0).identity();
            run.awaitSettled();
            assertThat(Contents.mentioning("order.placed", folder)).isNotEmpty();

            forgetEverything(run.entrance());

            assertThat(run.post("/v1/events", "{\"events\":[{\"name\":\"order.changed\"}]}")
                            .body())
                    .contains("no_consent");
            assertThat(asked(run, "/v1/consent", "state")).isEqualTo("undecided");
            assertThat(asked(run, "/v1/status", "install_id")).isNotEqualTo(before);
            assertThat(Contents.mentioning("order.placed", folder)).isEmpty();
            assertThat(Contents.mentioning(before, folder)).isEmpty();
        }
    }

    @Test
    void forgetsWhatIsLeftOfAnInstallationWhoseFileIsGone(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start()) {
            Map<String, String> settings = JarSettings.reportingTo(receiver, folder);
            try (RunningJar run = RunningJar.start(settings)) {
                run.grant();
                run.post("/v1/events", "{\"events\":[{\"name\":\"order.placed\",\"user_id\":42}]}");
                receiver.awaitRecords(4, JarProcess.PATIENCE);
                run.awaitSettled();
                receiver.answerAlways(OtlpAnswer.status(503));
                run.post("/v1/events", "{\"events\":[{\"name\":\"order.changed\",\"user_id\":42}]}");
                run.process().terminate();
            }
            String id = receiver.records().get(0).identity();
            Path telemetry = folder.resolve("telemetry");
            Files.createDirectories(telemetry.resolve("quarantine"));
            Files.writeString(telemetry.resolve("quarantine/install_id.0011223344556677"), "\"" + id + "x\"");
            Files.copy(
                    folder.resolve("installation.json"),
                    telemetry.resolve("installation.json.corrupt-20270301T093000.000Z"));
            Files.delete(folder.resolve("installation.json"));
            assertThat(Contents.mentioning("order.placed", folder)).isNotEmpty();
            assertThat(Contents.mentioning("order.changed", folder)).isNotEmpty();

            JarProcess.Result erased = JarProcess.run(settings, "erase", "--yes");

            assertThat(erased.exitCode()).as("%s", erased.err()).isZero();
            assertThat(Contents.mentioning(id, folder)).isEmpty();
            assertThat(Contents.mentioning("order.", folder)).isEmpty();
            assertThat(Contents.mentioning("\"hash\"", folder)).as("receipts").isEmpty();
        }
    }

    private static String asked(RunningJar run, String path, String key) throws Exception {
        return new ObjectMapper().readTree(run.get(path).body()).path(key).asText();
    }

    private void forgetEverything(URI entrance) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(entrance));
        Matcher token = FORM_TOKEN.matcher(send(HttpRequest.newBuilder(entrance.resolve("/forget"))));
        assertThat(token.find()).isTrue();
        String form = "what=everything&form_token=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        send(HttpRequest.newBuilder(entrance.resolve("/forget"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(400);
        return answer.body();
    }
}
