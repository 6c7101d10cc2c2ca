package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas that record and deliver without end, while their database is cut off, stopped and started, and somebody says no. */
@Tag("thorough")
class SharedDecisionIT {
    private static final String MAIN = "io.aboveboard.bootstrap.wiring.DrivenReplica";
    private static final int RECORDING = 2;
    private static final int CUTS = 15;

    private final List<JarProcess> replicas = new ArrayList<>();
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
        replicas.forEach(JarProcess::close);
        database.close();
        receiver.close();
    }

    private Map<String, String> settings(String replica) {
        return database.shared(JarSettings.reportingTo(receiver, folder.resolve(replica)));
    }

    private JarProcess.Result decide(String decision) throws InterruptedException {
        return JarProcess.run(settings("a"), "consent", decision);
    }

    private long detailedRequests() {
        return receiver.requests().stream().filter(SharedDecisionIT::isDetailed).count();
    }

    private static boolean isDetailed(ReceivedRequest request) {
        return request.records().stream().anyMatch(ReceivedRecord::detailed);
    }

    private void awaitMoreThan(long requests) {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (detailedRequests() <= requests) {
            assertThat(System.nanoTime()).as("nothing detailed arrives").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /** Long enough for many requests, were they allowed. */
    private static void watch() {
        LockSupport.parkNanos(Duration.ofMillis(1500).toNanos());
    }

    @Test
    @Proves({Promise.P1, Promise.P2, Promise.P9})
    @Fault({"G4", "G5"})
    void holdsInAllWhateverBecomesOfTheDatabase() throws Exception {
        JarProcess.Result granted = decide("grant");
        assertThat(granted.exitCode()).as("%s", granted.err()).isZero();
        for (int number = 0; number < RECORDING; number++) {
            replicas.add(JarProcess.startClass(MAIN, settings("recording-" + number)));
        }
        awaitMoreThan(10);
        goesOnThoughConnectionsAreCut();
        pausesWhileTheDatabaseIsDown();
        endsWithANo();
        everyUidStandsForTheSameBytes();
    }

    private void goesOnThoughConnectionsAreCut() throws Exception {
        for (int cut = 0; cut < CUTS; cut++) {
            database.cutConnections();
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        awaitMoreThan(detailedRequests() + 10);
    }

    private void pausesWhileTheDatabaseIsDown() throws Exception {
        database.stop();
        watch();
        long requests = detailedRequests();
        watch();
        assertThat(detailedRequests())
                .as("detailed requests while nobody could ask")
                .isEqualTo(requests);
        JarProcess.Result grant = decide("grant");
        assertThat(grant.exitCode()).isEqualTo(1);
        assertThat(grant.err()).anyMatch(line -> line.contains("the database cannot be reached"));
        assertThat(String.join(" ", grant.err())).doesNotContain("canary");
        database.startAgain();
        awaitMoreThan(requests + 10);
    }

    private void endsWithANo() throws Exception {
        JarProcess.Result withdrawn = decide("withdraw");
        Instant returned = Instant.now();
        assertThat(withdrawn.exitCode()).as("%s", withdrawn.err()).isZero();
        watch();
        assertThat(receiver.requests())
                .as("detailed requests begun after the no")
                .noneMatch(request -> isDetailed(request) && request.begun().isAfter(returned));
    }

    private void everyUidStandsForTheSameBytes() {
        receiver.records().stream()
                .collect(Collectors.groupingBy(ReceivedRecord::uid))
                .forEach((uid, same) -> assertThat(
                                same.stream().map(ReceivedRecord::encoded).distinct())
                        .hasSize(1));
    }
}
