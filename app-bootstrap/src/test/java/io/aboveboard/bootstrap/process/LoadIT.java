package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two thousand events a second from several programs at once, to a process with little memory: none is lost. How long it
 * goes on is set by {@code -Dload.seconds}; what it measures is printed, and asserted is only what must be so on any machine.
 */
@Tag("thorough")
@Proves({Promise.P7, Promise.P8, Promise.P16})
class LoadIT {
    private static final int SECONDS = Integer.getInteger("load.seconds", 3);
    private static final int WHOLE_MINUTE = 60;
    private static final Duration SLACK = Duration.ofSeconds(5);
    private static final String HEAP = "-Xmx96m";
    private static final int PER_SECOND = 2_000;
    private static final int CALLERS = 8;
    private static final int BATCH = 10;
    private static final int ROUNDS = SECONDS * PER_SECOND / (CALLERS * BATCH);
    private static final long OFFERED = (long) ROUNDS * CALLERS * BATCH;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(SECONDS) / ROUNDS;

    @Test
    void losesNothing(@TempDir Path folder) throws Exception {
        try (RecordingOtlpReceiver receiver = RecordingOtlpReceiver.start();
                RunningJar run = RunningJar.start(
                        JarSettings.reportingTo(receiver, folder), HEAP, "-XX:+ExitOnOutOfMemoryError")) {
            run.grant();
            long before = System.nanoTime();
            long[] latencies = offerAll(run);
            assertRate(Duration.ofNanos(System.nanoTime() - before));
            receiver.awaitRecords((int) OFFERED, JarProcess.PATIENCE);
            awaitDelivered(run);
            JsonNode counts = status(run).path("counts");

            report(latencies, run.process().pid());
            assertThat(uids(receiver)).isEqualTo(OFFERED);
            assertThat(counts.path("dropped").isEmpty()).as(counts.toString()).isTrue();
            assertThat(counts.path("delivered").asLong())
                    .isEqualTo(counts.path("offered").asLong());
        }
    }

    /** Only where a whole minute is measured, on a machine that does nothing else: the profile {@code load}. */
    private static void assertRate(Duration taken) {
        System.out.printf("load: offered in %.1f s%n", taken.toMillis() / 1e3);
        if (SECONDS >= WHOLE_MINUTE) {
            assertThat(taken).isLessThanOrEqualTo(Duration.ofSeconds(SECONDS).plus(SLACK));
        }
    }

    private static long[] offerAll(RunningJar run) throws InterruptedException, ExecutionException {
        ScheduledExecutorService callers = Executors.newScheduledThreadPool(CALLERS);
        try {
            List<Caller> all = IntStream.range(0, CALLERS)
                    .mapToObj(number -> new Caller(run, number, callers))
                    .toList();
            for (Caller caller : all) {
                caller.done().get();
            }
            return all.stream().flatMapToLong(Caller::latencies).sorted().toArray();
        } finally {
            callers.shutdownNow();
        }
    }

    /** One program. Its latencies count from when it should have called, so that a slow answer is not forgiven the next. */
    private static final class Caller {
        private final RunningJar run;
        private final int number;
        private final long began = System.nanoTime();
        private final long[] latencies = new long[ROUNDS];
        private final CompletableFuture<Void> done = new CompletableFuture<>();
        private final Future<Void> ended;
        private int round;

        Caller(RunningJar run, int number, ScheduledExecutorService clock) {
            this.run = run;
            this.number = number;
            var calls = clock.scheduleAtFixedRate(this::call, 0, PERIOD_NANOS, TimeUnit.NANOSECONDS);
            ended = done.whenComplete((nothing, failed) -> calls.cancel(false));
        }

        Future<Void> done() {
            return ended;
        }

        LongStream latencies() {
            return Arrays.stream(latencies);
        }

        private void call() {
            if (round == ROUNDS) {
                done.complete(null);
                return;
            }
            try {
                offer();
            } catch (IOException | InterruptedException | RuntimeException | AssertionError failed) {
                done.completeExceptionally(failed);
            }
        }

        private void offer() throws IOException, InterruptedException {
            long due = began + round * PERIOD_NANOS;
            var answer = run.post("/v1/events", body());
            latencies[round++] = System.nanoTime() - due;
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("\"accepted\" : " + BATCH);
        }

        private String body() {
            return IntStream.range(0, BATCH)
                    .mapToObj(place -> event(number + "-" + round + "-" + place))
                    .collect(Collectors.joining(",", "{\"events\":[", "]}"));
        }

        private String event(String id) {
            return "{\"id\":\"" + id + "\",\"name\":\"order.placed\",\"user_id\":" + number
                    + ",\"properties\":{\"items\":3,\"express\":true,\"note\":\"as usual\"}}";
        }
    }

    private static void awaitDelivered(RunningJar run) throws Exception {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (status(run).path("counts").path("pending").asLong() > 0) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
        }
    }

    private static JsonNode status(RunningJar run) throws Exception {
        return new ObjectMapper().readTree(run.get("/v1/status").body());
    }

    private static long uids(RecordingOtlpReceiver receiver) {
        return receiver.records().stream()
                .filter(record -> record.eventName().equals("order.placed"))
                .map(ReceivedRecord::uid)
                .distinct()
                .count();
    }

    private static void report(long[] latencies, long pid) throws IOException {
        String peak;
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            peak = lines.filter(line -> line.startsWith("VmHWM")).findFirst().orElse("VmHWM unknown");
        }
        System.out.printf(
                "load: %d s, %d events, %s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms, %s%n",
                SECONDS,
                OFFERED,
                HEAP,
                millis(latencies, 0.5),
                millis(latencies, 0.99),
                millis(latencies, 1),
                peak.replaceAll("\\s+", " "));
    }

    private static double millis(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
    }
}
