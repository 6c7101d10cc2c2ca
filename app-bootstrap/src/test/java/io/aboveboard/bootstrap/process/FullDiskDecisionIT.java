package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.machine.Mount;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Decisions on a disk that is really full. */
@Tag("thorough")
@Fault({"A14", "E7"})
@Proves({Promise.P1, Promise.P2})
class FullDiskDecisionIT extends ReportingService {
    private static final int KILOBYTES = 2048;
    private static final String FULL = "the disk is full";

    @Test
    void saySoOnTheCommandLineAndEndWithOne() throws Exception {
        try (Mount disk = Mount.memory(folder, KILOBYTES)) {
            assertThat(disk).isNotNull();
            Path ballast = Contents.fill(folder.resolve("ballast"), KILOBYTES);
            assertComplains(JarProcess.run(settings, "consent", "grant"), "not granted");
            assertThat(folder.resolve("installation.json")).doesNotExist();
            Files.delete(ballast);

            assertThat(JarProcess.run(settings, "consent", "grant").exitCode()).isZero();
            Files.delete(folder.resolve("telemetry/reserve"));
            ballast = Contents.fill(folder.resolve("ballast"), KILOBYTES);
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
            run.awaitSettled();
            Files.delete(folder.resolve("telemetry/reserve"));
            Contents.fill(folder.resolve("ballast"), KILOBYTES);
            Contents.fill(folder.resolve("more"), KILOBYTES);

            assertThat(run.put(false).body()).contains(FULL);
            assertThat(run.get("/v1/consent").body()).contains("\"denied\"").contains("\"effective\" : false");

            Files.delete(folder.resolve("ballast"));
            Files.delete(folder.resolve("more"));
            awaitSaved(folder.resolve("installation.json"));
            assertThat(JarProcess.run(settings, "consent", "history").outText()).contains("denied through api");
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
}
