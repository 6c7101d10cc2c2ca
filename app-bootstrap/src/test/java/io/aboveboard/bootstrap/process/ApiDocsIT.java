package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the docs do what the docs say, against the jar. */
@Tag("thorough")
class ApiDocsIT {
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- curl -->\n```sh\n(.*?)```\n<!-- /curl -->", Pattern.DOTALL);
    private static final String DOCUMENTED = "http://127.0.0.1:4319";

    @Test
    void runsEveryExample(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
                JarProcess run = JarProcess.start(JarSettings.reportingTo(receiver, folder), "run")) {
            String address = run.awaitLine("page ").replaceFirst("page (http://[^/]+)/.*", "$1");
            List<String> examples = examples();

            assertThat(answer(examples.get(0), address, folder)).contains("\"accepted\" : 0", "no_consent");
            assertThat(answer(examples.get(1), address, folder)).contains("partialSuccess", "no_consent");
            assertThat(answer(examples.get(2), address, folder)).contains("\"install_id\"", "\"undecided\"");
            assertThat(answer(examples.get(3), address, folder)).contains("\"granted\"", "\"denied\"", "\"recorded\"");
            assertThat(JarProcess.run(JarSettings.reportingTo(receiver, folder), "consent", "grant")
                            .exitCode())
                    .isZero();
            assertThat(answer(examples.get(0), address, folder))
                    .contains("\"accepted\" : 1", "\"index\" : 1", "reserved_name");
            assertThat(answer(examples.get(1), address, folder)).doesNotContain("partialSuccess");
            receiver.awaitRecords(2 + 1 + 2, JarProcess.PATIENCE);
            assertThat(receiver.records())
                    .filteredOn(record -> record.eventName().equals("order.placed"))
                    .hasSize(2)
                    .allSatisfy(record -> assertThat(record.identity()).isEqualTo("42"));
            assertThat(Files.getPosixFilePermissions(folder.resolve("telemetry/admin-token")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    @Fault("H9")
    void saysWhatToDoWhereTheAddressIsTaken(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start()) {
            Map<String, String> settings = JarSettings.with(
                    JarSettings.reportingTo(receiver, folder),
                    "TELEMETRY_HTTP_ADDRESS",
                    "127.0.0.1:" + receiver.port());

            JarProcess.Result ended = JarProcess.run(settings, "run");

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err()).singleElement().asString().contains("taken", "TELEMETRY_HTTP_ADDRESS");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    private static List<String> examples() throws IOException {
        String docs = Files.readString(Path.of("..", "docs", "api.md"));
        return EXAMPLE.matcher(docs).results().map(found -> found.group(1)).toList();
    }

    private static String answer(String example, String address, Path folder) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("bash", "-euc", example.replace(DOCUMENTED, address));
        shell.environment().put("INSTALLATION_CONFIG_DIR", folder.toString());
        Process process = shell.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
