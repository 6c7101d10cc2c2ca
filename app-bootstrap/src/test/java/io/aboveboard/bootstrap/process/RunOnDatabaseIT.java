package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar itself, three times at {@code run} on an empty database that goes away for a while. */
@Tag("thorough")
class RunOnDatabaseIT {
    private static final int REPLICAS = 3;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String EVENT = "{\"events\":[{\"name\":\"timer.started\"}]}";

    private final List<RunningJar> replicas = new ArrayList<>();
    private final String zone = JarSettings.zoneWhereItIsDay();
    private Path folder;
    private RecordingOtlpReceiver receiver;
    private HostPostgres database;

    @BeforeEach
    void startTheOthers(@TempDir Path folder) throws IOException {
        this.folder = folder;
        receiver = RecordingOtlpReceiver.start();
        database = HostPostgres.empty(folder.resolve("postgres"));
    }

    @AfterEach
    void stopTheOthers() throws IOException {
        replicas.forEach(RunningJar::close);
        database.close();
        receiver.close();
    }

    private Map<String, String> settings(int number) {
        Map<String, String> reporting = JarSettings.reportingTo(receiver, folder.resolve("state-" + number));
        return database.shared(JarSettings.with(reporting, "TZ", zone));
    }

    private void startTogether() throws InterruptedException {
        List<JarProcess> started = new ArrayList<>();
        for (int number = 0; number < REPLICAS; number++) {
            started.add(JarProcess.start(settings(number), "run"));
        }
        for (int number = 0; number < REPLICAS; number++) {
            replicas.add(RunningJar.of(started.get(number), settings(number)));
        }
    }

    private static JsonNode asked(RunningJar replica, String path) throws Exception {
        return new ObjectMapper().readTree(replica.get(path).body());
    }

    private static String idOf(RunningJar replica) throws Exception {
        return asked(replica, "/v1/status").path("install_id").asText("");
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private Set<String> uidsOf(String event) {
        return receiver.records().stream()
                .filter(record -> record.eventName().equals(event))
                .map(ReceivedRecord::uid)
                .collect(Collectors.toSet());
    }

    private void assertReportedOnce() {
        assertThat(uidsOf("base_telemetry.first_seen")).hasSize(1);
        assertThat(uidsOf("base_telemetry.heartbeat")).hasSize(1);
        assertThat(receiver.records().stream()
                        .map(record -> record.fields().get("install_id"))
                        .collect(Collectors.toSet()))
                .hasSize(1);
    }

    @Test
    @Proves({Promise.P1, Promise.P4, Promise.P8})
    @Fault({"B1", "G4"})
    void becomesOneInstallationAndGoesOnWhenTheDatabaseWasAway() throws Exception {
        startTogether();
        String id = becomeOneInstallation();
        database.stop();
        String answer = replicas.get(1).post("/v1/events", EVENT).body();
        assertThat(answer).contains("\"accepted\" : 1");
        RunningJar fourth = startWithoutTheDatabase();
        assertThat(uidsOf("timer.started")).as("sent while nobody could ask").isEmpty();

        database.startAgain();
        await("nobody sends what waited", () -> !uidsOf("timer.started").isEmpty());
        await("the fourth does not join", () -> idOf(fourth).equals(id));
        for (RunningJar replica : replicas) {
            await(
                    "a replica does not go on",
                    () -> replica.post("/v1/events", EVENT).body().contains("\"accepted\" : 1"));
        }
        await("not all arrives", () -> uidsOf("timer.started").size() > REPLICAS);
        assertReportedOnce();
    }

    private String becomeOneInstallation() throws Exception {
        for (RunningJar replica : replicas) {
            await(
                    "no beat",
                    () -> !asked(replica, "/v1/status")
                            .path("heartbeat")
                            .path("last_on")
                            .isNull());
        }
        Set<String> ids = Set.of(idOf(replicas.get(0)));
        for (RunningJar replica : replicas) {
            assertThat(ids).containsExactly(idOf(replica));
        }
        assertReportedOnce();
        replicas.get(0).grant();
        await(
                "the yes is not seen",
                () -> asked(replicas.get(1), "/v1/consent")
                        .path("state")
                        .asText()
                        .equals("granted"));
        await("no install ping", () -> !uidsOf("telemetry.install").isEmpty());
        return ids.iterator().next();
    }

    /** One that has never seen it. */
    private RunningJar startWithoutTheDatabase() throws Exception {
        int records = receiver.records().size();
        RunningJar fourth = RunningJar.start(settings(REPLICAS));
        replicas.add(fourth);
        await(
                "it is said that something is wrong",
                () -> fourth.process().err().stream()
                        .anyMatch(line -> line.contains("the database cannot be reached")));
        assertThat(idOf(fourth)).isIn("", "null");
        assertThat(fourth.post("/v1/events", EVENT).body()).contains("consent_unknown");
        assertThat(receiver.records()).hasSize(records);
        Path state = folder.resolve("state-" + REPLICAS);
        assertThat(state.resolve("installation.json")).doesNotExist();
        try (var kept = Files.walk(state)) {
            assertThat(kept.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .as("nothing that names an installation")
                    .doesNotContain("installation.json");
        }
        return fourth;
    }
}
