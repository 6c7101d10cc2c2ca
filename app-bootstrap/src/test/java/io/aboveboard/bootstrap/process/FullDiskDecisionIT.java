package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions on a disk that is really full. */
@Fault({"A14", "E7"})
@Proves({Promise.P1, Promise.P2})
class FullDiskDecisionIT {
    private static final int KILOBYTES = 2048;
    private static final String FULL = "the disk is full";

    @Test
    void areRefusedOrInForceAndSavedOnceThereIsRoom(@TempDir Path root) throws Exception {
        Path folder = Files.createDirectory(root.resolve("state"));
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
                Mount disk = Mount.memory(folder, KILOBYTES)) {
            Map<String, String> settings = JarSettings.reportingTo(receiver, folder);
            try (RunningJar run = RunningJar.start(settings)) {
                receiver.awaitRecords(2, JarProcess.PATIENCE);
                Path ballast = fill(disk.point());
                assertComplains(JarProcess.run(settings, "consent", "grant"), "not granted");
                Files.delete(ballast);
                assertThat(folder.resolve("installation.json")).content().doesNotContain("telemetry_enabled\": true");

                run.grant();
                Files.deleteIfExists(folder.resolve("telemetry/reserve"));
                ballast = fill(disk.point());
                assertComplains(JarProcess.run(settings, "consent", "withdraw"), "the no ");
                assertThat(run.put(false).statusCode()).isIn(200, 507);
                assertThat(run.get("/v1/consent").body()).contains("\"denied\"").contains("\"effective\" : false");
                assertThat(folder.resolve("installation.json")).content().contains("telemetry_enabled\": true");

                Files.delete(ballast);
                awaitSaved(folder.resolve("installation.json"));
                assertThat(JarProcess.run(settings, "consent", "history").outText())
                        .contains("denied through ");
            }
        }
    }

    private static void assertComplains(JarProcess.Result result, String beginning) {
        assertThat(result.exitCode()).as("%s", result).isEqualTo(1);
        assertThat(result.err()).anyMatch(line -> line.contains(beginning) && line.contains(FULL));
    }

    private static void awaitSaved(Path installation) throws IOException {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (!Files.readString(installation).contains("telemetry_enabled\": false")) {
            assertThat(System.nanoTime()).as("the no is not saved yet").isLessThan(deadline);
        }
    }

    private static Path fill(Path folder) throws IOException {
        Path ballast = folder.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            for (int written = 0; written < KILOBYTES; written++) {
                out.write(new byte[1024]);
            }
            throw new AssertionError("the disk is not full");
        } catch (IOException full) {
            return ballast;
        }
    }
}
