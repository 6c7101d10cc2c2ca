package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With a kill switch on, nothing is written and nothing sent, whatever is called. */
@Tag("thorough")
@Proves(Promise.P5)
class SilenceIT {
    private Path folder;
    private RecordingOtlpReceiver receiver;
    private Map<String, String> settings;

    @BeforeEach
    void startTheReceiver(@TempDir Path folder) {
        this.folder = folder;
        receiver = RecordingOtlpReceiver.start();
        settings = JarSettings.reportingTo(receiver, folder.resolve("state"));
    }

    @AfterEach
    void assertSilence() {
        receiver.close();
        assertThat(receiver.connections()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"DO_NOT_TRACK,1", "OTEL_SDK_DISABLED,true", "TELEMETRY_LAYERS,none"})
    void staysUpAndSaysThatEverythingIsOff(String name, String value) throws Exception {
        try (JarProcess run = JarProcess.start(JarSettings.with(settings, name, value), "run")) {
            run.awaitLine("everything is off: " + name);
            String page = run.awaitLine("page ").substring("page ".length());

            assertThat(read(page)).contains("Everything is off", name);

            JarProcess.Result ended = run.terminate();

            assertThat(ended.exitCode()).isZero();
            assertThat(ended.err()).isEmpty();
        }
    }

    private static String read(String page) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(page)).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    @ParameterizedTest
    @CsvSource({"heartbeat", "track timer.started --user=42", "consent grant"})
    void refusesToSend(String command) throws Exception {
        JarProcess.Result refused =
                JarProcess.run(JarSettings.with(settings, "DO_NOT_TRACK", "1"), command.split(" ", -1));

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).anyMatch(line -> line.contains("DO_NOT_TRACK"));
    }

    @ParameterizedTest
    @CsvSource({"status", "status --json", "consent show"})
    void onlyLooks(String command) throws Exception {
        JarProcess.Result shown =
                JarProcess.run(JarSettings.with(settings, "DO_NOT_TRACK", "1"), command.split(" ", -1));

        assertThat(shown.exitCode()).isZero();
        assertThat(shown.err()).isEmpty();
    }
}
