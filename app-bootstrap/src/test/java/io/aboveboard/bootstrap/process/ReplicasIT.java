package io.aboveboard.bootstrap.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import io.aboveboard.testkit.otlp.ReceivedRecord;
import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes of the jar that are replicas of one installation, killed at random for seven days, or when it hurts most. */
@Tag("thorough")
class ReplicasIT {
    private static final String MAIN = "io.aboveboard.bootstrap.wiring.DrivenReplica";
    private static final Instant START = Instant.parse("2027-06-10T12:00:00Z");
    private static final Duration STEP = Duration.ofHours(6);
    private static final int DAYS = 7;
    private static final int STEPS_A_DAY = 4;

    /** Of each day that begins at the start: the one that leads past the time of the beat. */
    private static final int STEP_OF_THE_BEAT = 2;

    private static final int KILLS_AT_A_BEAT = 2;
    private static final int REPLICAS = 3;

    /** In milliseconds: one clock is right, the others are off by five minutes and by a little more than a second. */
    private static final List<Integer> ERRORS = List.of(0, 300_000, -1_001);

    private final JarProcess[] replicas = new JarProcess[REPLICAS];
    private Path folder;
    private RecordingOtlpReceiver receiver;
    private HostPostgres database;
    private Path clock;

    @BeforeEach
    void startTheOthers(@TempDir Path folder) throws Exception {
        this.folder = folder;
        receiver = RecordingOtlpReceiver.start();
        database = HostPostgres.empty(folder.resolve("postgres"));
        database.takeOverTheClock(START);
        clock = folder.resolve("clock");
        set(START);
    }

    @AfterEach
    void stopTheOthers() throws IOException {
        Stream.of(replicas).filter(Objects::nonNull).forEach(JarProcess::close);
        database.close();
        receiver.close();
    }

    private JarProcess start(int number) {
        return start(number, false);
    }

    private JarProcess start(int number, boolean mortal) {
        Map<String, String> settings = JarSettings.with(
                JarSettings.reportingTo(receiver, folder.resolve("state-" + number)), "TZ", "Europe/Vienna");
        return JarProcess.startClass(
                MAIN,
                database.sharedWithSetClock(JarSettings.with(settings, "TELEMETRY_HEARTBEAT_AT", "03:00")),
                clock.toString(),
                ERRORS.get(number).toString(),
                String.valueOf(mortal));
    }

    private void set(Instant now) throws Exception {
        database.setClock(now);
        receiver.answerAlways(OtlpAnswer.accepted()
                .withHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC))));
        Path next = folder.resolve("clock.next");
        Files.writeString(next, now.toString());
        Files.move(next, clock, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void awaitAll(Instant now) throws InterruptedException {
        for (JarProcess replica : replicas) {
            replica.awaitLine("dealt with " + now);
        }
    }

    @Test
    @Proves({Promise.P4, Promise.P9})
    @Fault({"G1", "G2", "G3"})
    void areOneInstallationThatBeatsOnceADate() throws Exception {
        long seed = Long.getLong("replicas.seed", 20270610L);
        try {
            liveThrough(new Random(seed));
        } catch (AssertionError failed) {
            throw new AssertionError("with -Dreplicas.seed=" + seed + ": " + failed.getMessage(), failed);
        }
    }

    private void liveThrough(Random random) throws Exception {
        Set<Integer> kills = kills(random);
        IntStream.range(0, REPLICAS).forEach(number -> replicas[number] = start(number));
        awaitAll(START);
        Instant now = START;
        for (int step = 0; step < DAYS * STEPS_A_DAY; step++) {
            now = now.plus(STEP);
            set(now);
            if (kills.contains(step)) {
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(60)).toNanos());
                killAndStart(random.nextInt(REPLICAS));
            }
            awaitAll(now);
        }
        for (int hour = 0; hour < 2; hour++) {
            now = now.plus(Duration.ofHours(1));
            set(now);
            awaitAll(now);
        }
        awaitBeats(DAYS + 1);
        assertOneInstallation(START.atZone(ZoneId.of("Europe/Vienna")).toLocalDate());
        assertWarnings();
    }

    /** One a day, at any time of it, and on some days when a beat is due. */
    private static Set<Integer> kills(Random random) {
        List<Integer> days = new ArrayList<>(IntStream.range(0, DAYS).boxed().toList());
        Collections.shuffle(days, random);
        Set<Integer> steps = new TreeSet<>();
        for (int i = 0; i < DAYS; i++) {
            int hour = i < KILLS_AT_A_BEAT ? STEP_OF_THE_BEAT : random.nextInt(STEPS_A_DAY);
            steps.add(days.get(i) * STEPS_A_DAY + hour);
        }
        assertThat(steps).hasSize(DAYS);
        assertThat(steps.stream().filter(step -> step % STEPS_A_DAY == STEP_OF_THE_BEAT))
                .hasSizeGreaterThanOrEqualTo(KILLS_AT_A_BEAT);
        return steps;
    }

    private void assertWarnings() {
        assertThat(lastWarnings(0)).doesNotContain("the clock of this machine");
        assertThat(lastWarnings(1)).contains("the clock of this machine is 300 s ahead of the database's");
        assertThat(lastWarnings(2)).contains("the clock of this machine is 1 s behind the database's");
    }

    private String lastWarnings(int number) {
        List<String> warnings = replicas[number].out().stream()
                .filter(line -> line.startsWith("warns of "))
                .toList();
        return warnings.get(warnings.size() - 1);
    }

    @Test
    @Proves({Promise.P4, Promise.P9})
    @Fault("G2")
    void deliverTheVeryBytesThatOneClaimedAndTookToItsGrave() throws Exception {
        replicas[0] = start(0, true);
        assertThat(replicas[0].awaitEnd().exitCode()).isEqualTo(137);
        Map<String, byte[]> claimed = database.claimed();
        assertThat(claimed).hasSize(2);
        assertThat(receiver.records()).isEmpty();

        replicas[1] = start(1);
        replicas[1].awaitLine("dealt with " + START);
        assertThat(receiver.records()).isEmpty();
        Instant later = START.plus(Duration.ofHours(1));
        set(later);
        replicas[1].awaitLine("dealt with " + later);
        receiver.awaitRecords(2, JarProcess.PATIENCE);
        assertThat(receiver.records())
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.encoded().toByteArray()).isEqualTo(claimed.get(record.uid())));
    }

    /** What was dealt with is recorded, and then delivered in the next rounds. */
    private void awaitBeats(int dates) {
        long deadline = System.nanoTime() + JarProcess.PATIENCE.toNanos();
        while (uidsOf(beats()).size() < dates && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private List<ReceivedRecord> beats() {
        return receiver.records().stream()
                .filter(record -> record.eventName().equals("base_telemetry.heartbeat"))
                .toList();
    }

    private void killAndStart(int number) throws InterruptedException {
        replicas[number].kill();
        replicas[number] = start(number);
    }

    private void assertOneInstallation(LocalDate first) {
        Map<String, List<ReceivedRecord>> byEvent =
                receiver.records().stream().collect(Collectors.groupingBy(ReceivedRecord::eventName));
        Set<String> ids = receiver.records().stream()
                .map(record -> String.valueOf(record.fields().get("install_id")))
                .collect(Collectors.toSet());
        assertThat(ids).hasSize(1);
        InstallId id = new InstallId(UUID.fromString(ids.iterator().next()));
        assertThat(uidsOf(byEvent.getOrDefault("base_telemetry.first_seen", List.of())))
                .containsExactly(RecordUid.ofFirstSeen(id).value());
        Map<String, LocalDate> dates = first.datesUntil(first.plusDays(8))
                .collect(
                        Collectors.toMap(date -> RecordUid.ofHeartbeat(id, date).value(), Function.identity()));
        assertThat(uidsOf(beats())).extracting(dates::get).containsExactlyInAnyOrderElementsOf(dates.values());
        receiver.records().stream()
                .collect(Collectors.groupingBy(ReceivedRecord::uid))
                .forEach((uid, same) -> assertThat(
                                same.stream().map(ReceivedRecord::encoded).distinct())
                        .as("what arrived under one uid")
                        .hasSize(1));
    }

    private static Set<String> uidsOf(List<ReceivedRecord> records) {
        return records.stream().map(ReceivedRecord::uid).collect(Collectors.toCollection(TreeSet::new));
    }
}
