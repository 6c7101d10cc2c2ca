package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.machine.Mount;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands and the page say, and what a no still does, where nothing can be stored any more. */
@Tag("thorough")
@Proves({Promise.P2, Promise.P7, Promise.P8})
class FullDiskIT {
    private static final int KILOBYTES = 4096;
    private static final int MOST = 50;
    private static final String CANARY = "canary ".repeat(500);

    private Path folder;
    private RecordingOtlpReceiver receiver;
    private Map<String, String> settings;

    @BeforeEach
    void startTheReceiver(@TempDir Path root) throws IOException {
        folder = Files.createDirectory(root.resolve("state"));
        receiver = RecordingOtlpReceiver.start();
        settings = JarSettings.reportingTo(receiver, folder);
    }

    @AfterEach
    void stopTheReceiver() {
        receiver.close();
    }

    @Test
    @Fault({"D7", "E7"})
    void aFullDiskStopsRecordingAndNoWithdrawal() throws Exception {
        receiver.answerAlways(OtlpAnswer.accepted().heldUntil(new CountDownLatch(1)));
        try (Mount disk = Mount.memory(folder, KILOBYTES)) {
            assertThat(disk).isNotNull();
            assertThat(JarProcess.run(settings, "consent", "grant").exitCode()).isZero();
            assertThat(track().exitCode()).isZero();
            assertThat(filesThatMention("canary")).isNotEmpty();
            fill();

            JarProcess.Result refused = track();
            for (int stored = 0; refused.exitCode() == 0 && stored < MOST; stored++) {
                refused = track();
            }
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.err())
                    .anyMatch(
                            line -> line.startsWith("aboveboard: not recorded: ") && line.contains("the disk is full"));

            JarProcess.Result withdrawn = JarProcess.run(settings, "consent", "withdraw");

            assertThat(withdrawn.exitCode())
                    .as(String.join("; ", withdrawn.err()))
                    .isZero();
            JsonNode status =
                    status(JarProcess.run(settings, "status", "--json").outText());
            assertThat(status.path("consent").path("state").asText()).isEqualTo("denied");
            assertThat(status.path("outbox").path("detailed").asLong()).isZero();
            assertThat(filesThatMention("canary")).isEmpty();
        }
        assertThat(receiver.records()).noneMatch(ReceivedRecord::detailed);
    }

    @Test
    @Fault("D8")
    void thePageSaysThatNothingIsStoredWhileTheDiskDoesNotSync() throws Exception {
        Tracing.requireIt();
        try (RunningJar run = RunningJar.start(settings)) {
            run.grant();
            JsonNode failing;
            try (Tracing broken = Tracing.failSyncsOf(run.process().pid())) {
                assertThat(broken).isNotNull();
                assertThat(run.post("/v1/events", "{\"events\":[{\"id\":\"a\",\"name\":\"order.placed\"}]}")
                                .statusCode())
                        .isEqualTo(503);
                failing = status(run.get("/v1/status").body());
            }

            assertThat(failing.path("warnings"))
                    .singleElement()
                    .extracting(JsonNode::asText, STRING)
                    .contains("tored");
        }
    }

    private JarProcess.Result track() throws InterruptedException {
        return JarProcess.run(settings, "track", "order.placed", "--user=42", "-p=note=" + CANARY);
    }

    private static JsonNode status(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private void fill() throws IOException {
        byte[] block = new byte[1024];
        try (OutputStream out = Files.newOutputStream(folder.resolve("ballast"))) {
            for (int written = 0; written < KILOBYTES; written++) {
                out.write(block);
            }
            throw new AssertionError("the disk is not full");
        } catch (IOException full) {
            // That is what it is for.
        }
    }

    private List<Path> filesThatMention(String text) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.filter(Files::isRegularFile)
                    .filter(file -> contents(file).contains(text))
                    .toList();
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
