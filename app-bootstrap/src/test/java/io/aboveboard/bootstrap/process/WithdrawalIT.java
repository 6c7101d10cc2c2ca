package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A no that one process says while another, with fifty threads recording, is delivering. */
class WithdrawalIT {
    private static final int THREADS = 50;
    /** Some ten thousand events a second from all of them together. */
    private static final Duration PACE = Duration.ofMillis(5);

    private static final String CANARY = "canary-of-the-detailed-layer";

    private Path folder;
    private RecordingOtlpReceiver receiver;

    @BeforeEach
    void startTheReceiver(@TempDir Path folder) {
        this.folder = folder;
        receiver = RecordingOtlpReceiver.start();
    }

    @AfterEach
    void stopTheReceiver() {
        receiver.close();
    }

    @Test
    @Fault({"E1", "E3"})
    @Proves(Promise.P2)
    void stopsTheOtherProcessWhenItReturnsAndLeavesNothingBehind() throws Exception {
        AtomicBoolean recording = new AtomicBoolean(true);
        ExecutorService callers = Executors.newFixedThreadPool(THREADS);
        try (Aboveboard host = host()) {
            host.flush(JarProcess.PATIENCE);
            host.consent().grant(Actor.admin("1"));
            for (int user = 0; user < THREADS; user++) {
                long id = user;
                callers.execute(() -> recordWhile(recording, host, id));
            }
            receiver.awaitRecords(2_000, JarProcess.PATIENCE);

            JarProcess.Result withdrawn =
                    JarProcess.run(JarSettings.reportingTo(receiver, folder), "consent", "withdraw");
            long requests = detailedRequests();

            assertThat(withdrawn.exitCode()).isZero();
            assertThat(undelivered()).as("files that hold an undelivered event").isEmpty();
            host.flush(Duration.ofSeconds(2));
            recording.set(false);
            callers.shutdown();
            assertThat(callers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
            host.flush(Duration.ofSeconds(2));
            assertThat(detailedRequests())
                    .as("at most the request that was handed over already")
                    .isBetween(requests, requests + 1);
            assertThat(undelivered()).isEmpty();
            assertThat(host.telemetry().isDetailedAnalyticsEnabled()).isFalse();
        } finally {
            callers.shutdownNow();
        }
    }

    private Aboveboard host() {
        return Aboveboard.of("timetracker", "5.10.0")
                .installation(FileInstallationStore.in(folder))
                .outbox(FileOutbox.in(folder))
                .sink(OtlpTelemetrySink.create(
                        OtlpSinkConfig.of(receiver.baseEndpoint().toString(), "1:token")))
                .environmentSwitches(new EnvironmentSwitches(Switches.unset(), List.of()))
                .start();
    }

    private static void recordWhile(AtomicBoolean recording, Aboveboard host, long user) {
        while (recording.get()) {
            host.telemetry().track("timer.started", UserId.of(user), Map.of("note", CANARY));
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private long detailedRequests() {
        return receiver.requests().stream()
                .filter(request -> request.records().stream().anyMatch(ReceivedRecord::detailed))
                .count();
    }

    /** What was sent stays readable; nothing else may hold an event. */
    private List<Path> undelivered() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/sent/"))
                    .filter(WithdrawalIT::holdsTheCanary)
                    .toList();
        }
    }

    private static boolean holdsTheCanary(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(CANARY);
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
