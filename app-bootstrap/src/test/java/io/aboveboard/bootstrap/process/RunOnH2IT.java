package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.h2.Driver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar on a small host, which keeps the installation in a file of H2. */
@Tag("thorough")
class RunOnH2IT {
    private static final String EVENT = "{\"events\":[{\"name\":\"timer.started\"}]}";
    private static final List<String> ONCE = List.of("base_telemetry.first_seen", "base_telemetry.heartbeat");

    private RecordingOtlpReceiver receiver;
    private Map<String, String> settings;
    private Path database;

    @BeforeEach
    void startTheReceiver(@TempDir Path folder) throws IOException {
        receiver = RecordingOtlpReceiver.start();
        database = folder.resolve("telemetry");
        settings = JarSettings.with(
                JarSettings.reportingTo(receiver, folder.resolve("state")),
                "TELEMETRY_DATABASE_URL",
                "jdbc:h2:file:" + database + ";DB_CLOSE_ON_EXIT=FALSE");
    }

    @AfterEach
    void stopTheReceiver() {
        receiver.close();
    }

    @Test
    @Proves({Promise.P1, Promise.P2, Promise.P4})
    void goesOnAsTheSameInstallationWhenItIsStartedAgain() throws Exception {
        try (RunningJar first = start()) {
            awaitRecords(2);
            first.grant();
            assertThat(first.post("/v1/events", EVENT).body()).contains("\"accepted\" : 1");
            awaitRecords(3);
            assertThat(first.process().terminate().exitCode()).isZero();
        }
        try (RunningJar second = start()) {
            assertThat(second.post("/v1/events", EVENT).body()).contains("\"accepted\" : 1");
            awaitRecords(4);
            assertThat(second.put(false).statusCode()).isEqualTo(200);
            assertThat(second.post("/v1/events", EVENT).body()).contains("\"accepted\" : 0");
        }
        assertThat(receiver.records().stream()
                        .map(ReceivedRecord::eventName)
                        .filter(ONCE::contains)
                        .sorted()
                        .toList())
                .isEqualTo(ONCE);
        assertThat(receiver.records().stream()
                        .map(record -> record.fields().get("install_id"))
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    private RunningJar start() throws Exception {
        Path driver = Path.of(
                Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return RunningJar.of(JarProcess.startBeside(driver, settings, "run"), settings);
    }

    private void awaitRecords(int number) {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (receiver.records().size() < number) {
            assertThat(System.nanoTime()).as(receiver.records().toString()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    @Proves(Promise.P7)
    void saysHowToAddTheDriver() throws Exception {
        JarProcess.Result without = JarProcess.run(settings, "status");

        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err())
                .singleElement()
                .asString()
                .endsWith("TELEMETRY_DATABASE_URL: there is no driver for jdbc:h2 in this jar; start it as java -cp"
                        + " aboveboard.jar:driver.jar io.aboveboard.bootstrap.Main");
        assertThat(database.resolveSibling("telemetry.mv.db")).doesNotExist();
    }
}
