package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beside a container it listens beyond loopback, under the name and with the token that it was given, and not without. */
@Tag("thorough")
@Fault("H4")
class SidecarIT {
    private static final String TOKEN = "token-of-a-sidecar-0123456789";

    private Path folder;
    private RecordingOtlpReceiver receiver;
    private Map<String, String> settings;

    @BeforeEach
    void start(@TempDir Path folder) {
        this.folder = folder;
        receiver = RecordingOtlpReceiver.start();
        settings = JarSettings.with(
                JarSettings.reportingTo(receiver, folder.resolve("state")), "TELEMETRY_HTTP_ADDRESS", "0.0.0.0:0");
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    @Test
    void doesNotStartWithoutAToken() throws Exception {
        JarProcess.Result ended = JarProcess.run(settings, "run");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).anyMatch(line -> line.contains("TELEMETRY_HTTP_TOKEN_FILE"));
        assertThat(folder.resolve("state")).doesNotExist();
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void servesByItsNameWhoeverShowsTheToken() throws Exception {
        Path file = JarSettings.secret(folder.resolve("ingest"), TOKEN + "\n");
        settings.put("TELEMETRY_HTTP_TOKEN_FILE", file.toString());
        settings.put("TELEMETRY_HTTP_ALLOWED_HOSTS", "telemetry");
        try (RunningJar run = RunningJar.start(settings)) {
            assertThat(run.process().err()).anyMatch(line -> line.contains("TLS"));
            assertThat(status(run, "telemetry", "")).isEqualTo("401");
            assertThat(status(run, "telemetry", "Authorization: Bearer wrong\r\n"))
                    .isEqualTo("401");
            assertThat(status(run, "telemetry", "Authorization: Bearer " + TOKEN + "\r\n"))
                    .isEqualTo("200");
            assertThat(status(run, "telemetry:" + run.port(), "Authorization: Bearer " + TOKEN + "\r\n"))
                    .isEqualTo("200");
            assertThat(status(run, "evil.example", "Authorization: Bearer " + TOKEN + "\r\n"))
                    .isEqualTo("403");
        }
    }

    private static String status(RunningJar run, String host, String headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), run.port())) {
            socket.getOutputStream()
                    .write(("GET /v1/status HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String head = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            return head.substring("HTTP/1.1 ".length());
        }
    }
}
