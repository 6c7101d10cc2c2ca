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
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import java.io.IOException;
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
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A no that one process says while another, with fifty threads recording, is delivering. */
@Tag("thorough")
class WithdrawalIT extends ReportingService {
    private static final int THREADS = 50;
    private static final int WAITING = 5_000;
    /** Some ten thousand events a second from all of them together. */
    private static final Duration PACE = Duration.ofMillis(5);

    private static final String CANARY = "canary-of-the-detailed-layer";

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

    @Test
    @Fault({"E1", "E4"})
    @Proves({Promise.P2, Promise.P14})
    void leavesNothingOfFiveThousandWaitingEventsAndSendsNoneUnderALaterYes() throws Exception {
        receiver.answerAlways(OtlpAnswer.status(503));
        try (Aboveboard host = host()) {
            host.consent().grant(Actor.admin("1"));
            awaitWaiting(host);
            assertThat(undelivered()).as("the search finds what is there").isNotEmpty();
            String firstYes = host.consent().history().get(0).hash();

            assertThat(cli("consent", "withdraw").exitCode()).isZero();

            assertThat(undelivered()).as("files that hold an undelivered event").isEmpty();
            assertThat(cli("status", "--json").outText())
                    .contains("\"detailed\" : 0")
                    .doesNotContain("\"base\" : 0");
            int answeredBefore = receiver.records().size();
            receiver.answerAlways(OtlpAnswer.accepted());
            awaitNothingWaiting(host);
            assertThat(since(answeredBefore)).isNotEmpty().noneMatch(ReceivedRecord::detailed);

            assertThat(cli("consent", "grant").exitCode()).isZero();
            await("the yes counts here", () -> host.telemetry().isDetailedAnalyticsEnabled());
            host.telemetry().track("timer.stopped", UserId.of(1), Map.of("note", "of the second yes"));
            awaitNothingWaiting(host);
            String secondYes = host.consent().history().get(2).hash();
            assertThat(since(answeredBefore))
                    .filteredOn(ReceivedRecord::detailed)
                    .allSatisfy(record -> assertThat(record.attributes()).containsEntry("consent_receipt", secondYes))
                    .extracting(ReceivedRecord::eventName)
                    .contains("timer.stopped")
                    .doesNotContain("timer.started");
            assertThat(firstYes).isNotEqualTo(secondYes);
        }
    }

    /** Recorded no faster than they can be stored, so that none is dropped. */
    private void awaitWaiting(Aboveboard host) {
        int recorded = 0;
        long deadline = deadline();
        while (host.transparency().status().outbox().detailed() < WAITING) {
            assertThat(System.nanoTime()).as("still recording").isLessThan(deadline);
            int stored = host.transparency().status().outbox().detailed();
            for (int more = 0; more < 250 && recorded < stored + 500; more++, recorded++) {
                host.telemetry().track("timer.started", UserId.of(recorded), Map.of("note", CANARY));
            }
            LockSupport.parkNanos(PACE.toNanos());
        }
    }

    private static void awaitNothingWaiting(Aboveboard host) {
        await("everything is delivered", () -> {
            host.flush(Duration.ofSeconds(2));
            return host.transparency().status().counts().pending() == 0;
        });
    }

    private List<ReceivedRecord> since(int count) {
        List<ReceivedRecord> all = receiver.records();
        return all.subList(count, all.size());
    }

    @Test
    @Proves({Promise.P1, Promise.P2})
    void countsInTheOtherProcessAsSoonAsThatLooksAgain() throws Exception {
        try (Aboveboard host = host()) {
            host.flush(JarProcess.PATIENCE);
            host.consent().grant(Actor.admin("1"));
            await("the yes counts here", () -> host.telemetry().isDetailedAnalyticsEnabled());
            cli("consent", "withdraw");
            await(
                    "a no of the command line counts here",
                    () -> !host.telemetry().isDetailedAnalyticsEnabled());
            cli("consent", "grant");
            await("the next yes counts here", () -> host.telemetry().isDetailedAnalyticsEnabled());
            Path file = folder.resolve("installation.json");
            Files.writeString(file, Files.readString(file).replace("enabled\": true", "enabled\": false"));
            await("a no in the file counts here", () -> !host.telemetry().isDetailedAnalyticsEnabled());
        }
    }

    /** How long it takes is printed and not judged: the machine may be busy. */
    private static void await(String what, BooleanSupplier condition) {
        long began = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(began + JarProcess.PATIENCE.toNanos());
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        System.out.println(what + " after " + (System.nanoTime() - began) / 1_000_000 + " ms");
    }

    private static long deadline() {
        return System.nanoTime() + JarProcess.PATIENCE.toNanos();
    }

    private JarProcess.Result cli(String... command) throws InterruptedException {
        return JarProcess.run(JarSettings.reportingTo(receiver, folder), command);
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
        return Contents.mentioning(CANARY, folder).stream()
                .filter(file -> !file.toString().contains("/sent/"))
                .toList();
    }
}
