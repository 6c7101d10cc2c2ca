package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.machine.Mount;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Decisions on a disk that is really full. */
@Tag("thorough")
@Fault({"A14", "E7"})
@Proves({Promise.P1, Promise.P2})
class FullDiskDecisionIT {
    private static final int KILOBYTES = 2048;
    private static final String FULL = "the disk is full";

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
    void saySoOnTheCommandLineAndEndWithOne() throws Exception {
        try (Mount disk = Mount.memory(folder, KILOBYTES)) {
            assertThat(disk).isNotNull();
            Path ballast = fill("ballast");
            assertComplains(JarProcess.run(settings, "consent", "grant"), "not granted");
            assertThat(folder.resolve("installation.json")).doesNotExist();
            Files.delete(ballast);

            assertThat(JarProcess.run(settings, "consent", "grant").exitCode()).isZero();
            Files.delete(folder.resolve("telemetry/reserve"));
            ballast = fill("ballast");
            assertComplains(JarProcess.run(settings, "consent", "withdraw"), "the no ");
            Files.delete(ballast);
        }
    }

    @Test
    void areInForceInALiveProcessAndSavedOnceThereIsRoom() throws Exception {
        try (Mount disk = Mount.memory(folder, KILOBYTES);
                RunningJar run = RunningJar.start(settings)) {
            assertThat(disk).isNotNull();
            run.grant();
            receiver.awaitRecords(3, JarProcess.PATIENCE);
            awaitSettled(run);
            Files.delete(folder.resolve("telemetry/reserve"));
            fill("ballast");
            fill("more");

            assertThat(run.put(false).body()).contains(FULL);
            assertThat(run.get("/v1/consent").body()).contains("\"denied\"").contains("\"effective\" : false");

            Files.delete(folder.resolve("ballast"));
            Files.delete(folder.resolve("more"));
            awaitSaved(folder.resolve("installation.json"));
            assertThat(JarProcess.run(settings, "consent", "history").outText()).contains("denied through api");
        }
    }

    private static void awaitSettled(RunningJar run) throws Exception {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (!run.get("/v1/status").body().contains("\"pending\" : 0")) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
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

    private Path fill(String name) throws IOException {
        Path ballast = folder.resolve(name);
        try (var out = Files.newOutputStream(ballast)) {
            for (int written = 0; written < 2 * KILOBYTES; written++) {
                out.write(new byte[1024]);
            }
            throw new AssertionError("the disk is not full");
        } catch (IOException full) {
            return ballast;
        }
    }
}
