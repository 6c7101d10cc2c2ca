package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.loki.FakeLoki;
import io.aboveboard.testkit.loki.LokiEntry;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.aboveboard.testkit.otlp.OtlpAnswer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What hours and days offline come to at a receiver that keeps Loki's rules. */
@Tag("thorough")
@Proves({Promise.P8, Promise.P13})
class OfflineIT {
    private final MutableClock clock = MutableClock.at(Instant.parse("2027-06-10T12:00:00Z"));
    private FakeLoki loki;
    private Path folder;

    @BeforeEach
    void start(@TempDir Path emptyFolder) {
        folder = emptyFolder;
        loki = FakeLoki.start(clock);
    }

    @AfterEach
    void stop() {
        loki.close();
    }

    private Replica replica(String name) {
        return new Replica(folder.resolve(name), loki.baseEndpoint(), clock);
    }

    /** One attempt that fails, as at a proxy whose receiver is away. */
    private void offline(Replica replica) {
        int before = loki.requests().size();
        loki.answerNext(OtlpAnswer.status(503));
        replica.step();
        assertThat(loki.requests()).as("exactly one attempt").hasSize(before + 1);
    }

    @Test
    @Fault("C19")
    void everythingIsAcceptedAfterEightHoursOffline() {
        try (Replica replica = replica("a")) {
            replica.grant();
            replica.step();
            for (int quarter = 0; quarter < 32; quarter++) {
                replica.track(quarter);
                clock.advance(Duration.ofMinutes(15));
                offline(replica);
            }
            replica.restart();
            IntStream.range(32, 40).forEach(replica::track);
            replica.step();

            assertThat(loki.discarded()).isEmpty();
            assertThat(numbers()).isEqualTo(IntStream.range(0, 40).boxed().toList());
            assertStreamsNeverRunBackwards();
            assertThat(replica.counts().pending()).isZero();
            assertThat(replica.counts().dropped()).isEmpty();
            replica.assertNothingLost();
        }
    }

    @Test
    @Fault("C21")
    void aReplicaThatWasAwayForHoursIsAcceptedBesideOneThatWasNot() {
        try (Replica present = replica("a");
                Replica away = replica("b")) {
            for (Replica each : List.of(present, away)) {
                each.grant();
                each.step();
            }
            for (int hour = 0; hour < 8; hour++) {
                away.track(100 + hour);
                present.track(hour);
                clock.advance(Duration.ofHours(1));
                present.step();
            }
            away.track(108);
            away.step();

            assertThat(loki.discarded()).isEmpty();
            assertThat(numbers()).hasSize(17);
            assertThat(loki.entries().stream()
                            .map(entry -> entry.labels().getOrDefault("service_instance_id", ""))
                            .distinct())
                    .as("one shared stream, and the old records of each spool apart")
                    .hasSizeBetween(2, 3);
            assertStreamsNeverRunBackwards();
        }
    }

    @Test
    @Fault({"C20", "B5"})
    @Proves(Promise.P4)
    void whatIsTooOldIsDroppedUnsentAndFirstSeenComesAllTheSame() {
        try (Replica replica = replica("a")) {
            replica.grant();
            replica.track(1);
            offline(replica);
            Instant began = clock.instant();
            clock.advance(Duration.ofDays(10));
            replica.restart();
            replica.track(2);
            replica.step();

            assertThat(loki.discarded()).isEmpty();
            assertThat(numbers()).containsExactly(2);
            LokiEntry firstSeen = loki.entries().stream()
                    .filter(entry -> entry.line().equals("base_telemetry.first_seen"))
                    .findFirst()
                    .orElseThrow();
            assertThat(firstSeen.time()).isBetween(clock.instant().minusSeconds(1), clock.instant());
            assertThat(Instant.parse(
                            String.valueOf(firstSeen.record().attributes().get("first_seen_at"))))
                    .isBetween(began.minusSeconds(1), began);
            assertThat(replica.counts().dropped())
                    .as("the event, the install ping and the heartbeat of the first day")
                    .isEqualTo(Map.of(DropReason.EXPIRED, 3L));
            replica.assertNothingLost();
        }
    }

    @Test
    @Fault("C4")
    void aBatchThatIsRefusedIsNotResentAndTheNextGoesOn() {
        try (Replica replica = replica("a")) {
            replica.grant();
            replica.step();
            replica.track(1);
            loki.answerNext(OtlpAnswer.status(400));
            replica.step();
            replica.track(2);
            replica.step();

            assertThat(numbers()).containsExactly(2);
            assertThat(replica.counts().dropped()).isEqualTo(Map.of(DropReason.REFUSED, 1L));
            replica.assertNothingLost();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 505, 408, 418, 599})
    @Fault("C9")
    void whatAReceiverRefusesForGoodIsDroppedAndCounted(int status) {
        try (Replica replica = replica("a")) {
            replica.grant();
            replica.step();
            replica.track(1);
            loki.answerNext(OtlpAnswer.status(status));
            replica.step();
            replica.step();

            assertThat(numbers()).isEmpty();
            assertThat(replica.counts().dropped()).isEqualTo(Map.of(DropReason.REFUSED, 1L));
            assertThat(replica.counts().pending()).isZero();
            replica.assertNothingLost();
        }
    }

    @Test
    @Fault("C9")
    void aBlockedIngestionIsWaitedFor() {
        try (Replica replica = replica("a")) {
            replica.grant();
            replica.step();
            replica.track(1);
            loki.answerNext(OtlpAnswer.status(260));
            replica.step();
            assertThat(replica.counts().pending()).isEqualTo(1);
            replica.step();
            assertThat(numbers()).containsExactly(1);
            replica.assertNothingLost();
        }
    }

    @Test
    @Fault("C5")
    void everythingIsDeliveredOnceTheCredentialsAreMended() {
        try (Replica replica = replica("a")) {
            replica.grant();
            replica.step();
            IntStream.range(0, 50).forEach(replica::track);
            loki.answerNext(OtlpAnswer.status(401));
            replica.step();
            assertThat(replica.aboveboard().transparency().status().delivery().reason())
                    .contains("credentials refused", "logs:write");
            clock.advance(Duration.ofMinutes(5));
            replica.restart();
            replica.step();

            assertThat(numbers()).hasSize(50);
            replica.assertNothingLost();
        }
    }

    private List<Integer> numbers() {
        return loki.entries().stream()
                .filter(entry -> entry.line().equals("timer.started"))
                .map(entry -> Integer.valueOf(
                        String.valueOf(entry.record().attributes().get("number"))))
                .toList();
    }

    private void assertStreamsNeverRunBackwards() {
        Map<Map<String, String>, List<LokiEntry>> streams =
                loki.entries().stream().collect(Collectors.groupingBy(LokiEntry::labels));
        assertThat(streams.values())
                .allSatisfy(entries -> assertThat(entries).isSortedAccordingTo(Comparator.comparing(LokiEntry::time)));
    }
}
