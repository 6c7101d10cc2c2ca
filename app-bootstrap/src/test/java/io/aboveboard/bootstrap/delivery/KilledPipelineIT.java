package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.fixture.ShortJvm;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.ReceivedRequest;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A host killed at random instants, again and again, while it stores and delivers to a server that is not always there.
 * More often with {@code -Dpipeline.kills=…}.
 */
@Tag("thorough")
@Proves({Promise.P8, Promise.P9})
class KilledPipelineIT {
    private static final int KILLS = Integer.getInteger("pipeline.kills", 8);
    private static final int NUMBERS_A_PROCESS = 100_000;

    /** What a process has in memory at most: its queue, and what is being committed. */
    private static final long MOST_IN_MEMORY = 16_384;

    private final Random random = new Random(KILLS);
    private final Set<Integer> acknowledged = new TreeSet<>();
    private final List<ReceivedRecord> taken = new ArrayList<>();

    @Test
    @Fault({"D1", "D5", "C11"})
    void deliversEverythingThatWasAcknowledgedAndNothingHalf(@TempDir Path state) throws Exception {
        try (RecordingOtlpReceiver receiver =
                RecordingOtlpReceiver.startOn(0, InstantSource.system(), this::moodyAnswer)) {
            for (int kill = 0; kill < KILLS; kill++) {
                killOnce(state, receiver, 1 + kill * NUMBERS_A_PROCESS);
            }
            long[] counts = deliverTheRest(state, receiver);

            System.out.println(KILLS + " kills of a host: " + acknowledged.size()
                    + " events acknowledged; offered, delivered, pending, dropped, torn, lost in memory: "
                    + Arrays.toString(counts));
            assertThat(acknowledged).as("acknowledged, and taken").allMatch(numbersTaken()::contains);
            assertThat(Arrays.stream(counts).skip(1).sum()).isEqualTo(counts[0]);
            assertThat(counts[2] + counts[3]).isZero();
            assertThat(counts[4])
                    .as("cut in half by a kill, and never acknowledged")
                    .isLessThanOrEqualTo(KILLS);
            assertThat(counts[5]).isLessThanOrEqualTo(KILLS * MOST_IN_MEMORY);
            assertEachIsWholeAndTheSame();
        }
    }

    private synchronized OtlpAnswer moodyAnswer(ReceivedRequest request) {
        int mood = random.nextInt(10);
        if (mood < 2) {
            return OtlpAnswer.status(503);
        }
        taken.addAll(request.records());
        return mood == 2 ? OtlpAnswer.hangUp() : OtlpAnswer.accepted();
    }

    private void killOnce(Path state, RecordingOtlpReceiver receiver, int first) throws Exception {
        Process host = start(state, receiver, Integer.toString(first));
        try (BufferedReader lines = host.inputReader()) {
            for (int left = 1 + random.nextInt(100); left > 0; left--) {
                hear(lines.readLine());
            }
            host.toHandle().destroyForcibly(); // Unlike the process itself it leaves the output open.
            lines.lines().filter(line -> line.endsWith(KilledHost.WHOLE)).forEach(this::hear);
        }
        assertThat(host.waitFor()).isNotZero();
    }

    private void hear(String line) {
        String numbers = line.substring(0, line.length() - KilledHost.WHOLE.length());
        Stream.of(numbers.split(",", -1))
                .filter(number -> !number.isEmpty())
                .map(Integer::valueOf)
                .forEach(acknowledged::add);
    }

    private static long[] deliverTheRest(Path state, RecordingOtlpReceiver receiver) throws Exception {
        Process host = start(state, receiver);
        try (BufferedReader lines = host.inputReader()) {
            long[] counts = Stream.of(lines.readLine().split(",", -1))
                    .mapToLong(Long::parseLong)
                    .toArray();
            assertThat(host.waitFor()).isZero();
            return counts;
        }
    }

    private static Process start(Path state, RecordingOtlpReceiver receiver, String... first) throws IOException {
        List<String> command = ShortJvm.command(
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                KilledHost.class.getName(),
                state.toString(),
                receiver.baseEndpoint().toString());
        command.addAll(List.of(first));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private synchronized Set<Integer> numbersTaken() {
        return stored().map(KilledPipelineIT::numberOf).collect(Collectors.toSet());
    }

    private Stream<ReceivedRecord> stored() {
        return taken.stream().filter(record -> record.eventName().equals("host.stored"));
    }

    private static int numberOf(ReceivedRecord record) {
        return Integer.parseInt(String.valueOf(record.fields().get("number")));
    }

    /** Of each uid there is one text, and of each event one uid. */
    private synchronized void assertEachIsWholeAndTheSame() {
        Map<String, Set<Object>> texts = taken.stream()
                .collect(Collectors.groupingBy(
                        ReceivedRecord::uid, Collectors.mapping(ReceivedRecord::encoded, Collectors.toSet())));
        assertThat(texts.values()).allMatch(same -> same.size() == 1);
        Map<Integer, Set<String>> uids = stored().collect(Collectors.groupingBy(
                KilledPipelineIT::numberOf, Collectors.mapping(ReceivedRecord::uid, Collectors.toSet())));
        assertThat(uids.values()).allMatch(same -> same.size() == 1);
    }
}
