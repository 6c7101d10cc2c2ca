package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.BaseOutcome;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.port.HeartbeatSchedulerException;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.domain.record.TelemetryRecord;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@Proves(Promise.P4)
class HeartbeatTest {
    private static final String HEARTBEAT = "base_telemetry.heartbeat";

    private final Bench bench = new Bench();

    @Test
    void waitsForItsTimeAfterAStartInTheNight() {
        bench.time.set("2027-06-10T01:00:00Z");
        Engine engine = bench.running();
        assertThat(bench.sink.records(HEARTBEAT)).isEmpty();
        assertThat(engine.transparency().status().nextBeatAt()).isEqualTo("2027-06-10T03:00:00Z");
        bench.time.pass(Duration.ofHours(2));
        bench.wakers.get(0).run();
        settled(engine);
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(1);
        assertThat(engine.transparency().status().nextBeatAt()).isEqualTo("2027-06-11T03:00:00Z");
    }

    @Test
    void beatsOnceADateHoweverOftenItIsWoken() {
        Engine engine = bench.running();
        for (int wake = 0; wake < 50; wake++) {
            bench.wakers.get(0).run();
            bench.time.pass(Duration.ofHours(1));
            settled(engine);
        }
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(3);
        assertNothingLost(engine);
    }

    @Test
    @Fault("F1")
    void catchesUpAtItsStartOnceHoweverLongItWasOff() {
        bench.running().close();
        for (int days : new int[] {1, 30, 40}) {
            bench.time.pass(Duration.ofDays(days));
            bench.running().close();
        }
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(4);
    }

    @Test
    @Fault("F1")
    void catchesUpOnEachOfThirtyDaysThatWereSwitchedOnTooLate() {
        for (int day = 0; day < 30; day++) {
            LocalDate date = LocalDate.of(2027, 6, 10).plusDays(day);
            bench.time.set(date + "T08:00:00Z");
            Engine engine = bench.running();
            for (int hour = 0; hour < 10; hour++) {
                bench.time.pass(Duration.ofHours(1));
                settled(engine);
            }
            engine.close();
            assertThat(bench.sink.records(HEARTBEAT)).hasSize(day + 1);
            assertThat(bench.sink.records(HEARTBEAT).get(day).occurredAt()).isEqualTo(date + "T08:00:00Z");
        }
        assertThat(bench.sink.records(HEARTBEAT).stream().map(TelemetryRecord::uid))
                .doesNotHaveDuplicates();
    }

    @Test
    @Fault("F5")
    void tellsTheMomentOfTheBeatHoweverLateItIsDelivered() {
        bench.beatSpread = Duration.ofHours(1);
        bench.time.set("2027-06-10T01:00:00Z");
        Engine engine = bench.running();
        Instant beat = Objects.requireNonNull(engine.transparency().status().nextBeatAt());
        assertThat(beat)
                .isStrictlyBetween(Instant.parse("2027-06-10T03:00:00Z"), Instant.parse("2027-06-10T04:00:00Z"));
        bench.sink.answers(Verdict.Retry.because("offline"));
        bench.time.set(beat.toString());
        bench.wakers.get(0).run();
        for (int minute = 0; minute <= 60; minute++) {
            settled(engine);
            bench.time.pass(Duration.ofMinutes(1));
        }
        int before = bench.sink.records(HEARTBEAT).size();
        assertThat(before).isGreaterThan(1);
        bench.sink.answers(ScriptedSink.DELIVERED);
        settled(engine);
        assertThat(bench.sink.records(HEARTBEAT))
                .hasSize(before + 1)
                .allSatisfy(record -> assertThat(record.occurredAt()).isEqualTo(beat));
        assertThat(bench.outbox.contents().base()).isZero();
    }

    @Test
    void looksByItselfEachHourWhenNobodyWakesIt() {
        Engine engine = bench.running();
        bench.time.set("2027-06-11T03:00:00Z");
        engine.keepHouse();
        assertThat(bench.outbox.contents().base()).isZero();
        bench.time.pass(Duration.ofMinutes(59));
        engine.keepHouse();
        assertThat(bench.outbox.contents().base()).isZero();
        bench.time.pass(Duration.ofMinutes(1));
        engine.keepHouse();
        assertThat(bench.outbox.contents().base()).isEqualTo(1);
    }

    @Test
    void beatsByHandOnceADate() {
        bench.time.set("2027-06-10T01:00:00Z");
        Engine engine = bench.running();
        InstallId id = bench.store.stored().id().orElseThrow();
        assertThat(engine.base().sendHeartbeat())
                .isEqualTo(new BaseOutcome.Recorded(RecordUid.ofHeartbeat(id, LocalDate.of(2027, 6, 10))));
        assertThat(engine.base().sendHeartbeat()).isEqualTo(BaseOutcome.AlreadyDone.ALREADY_DONE);
        bench.time.pass(Duration.ofHours(3));
        settled(engine);
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(1);
    }

    @Test
    @Fault("F3")
    void beatsNoSecondTimeWhenTheClockIsSetBackAcrossARestart() {
        bench.time.set("2027-06-10T03:10:00Z");
        bench.running().close();
        bench.time.set("2027-06-10T02:50:00Z");
        Engine engine = bench.running();
        bench.time.pass(Duration.ofHours(2));
        settled(engine);
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(1);
    }

    @Test
    void beatsOnceADateAgainAfterAClockThatWasAYearAhead() {
        bench.time.set("2028-06-10T12:00:00Z");
        Engine engine = bench.running();
        bench.time.set("2027-06-10T12:00:00Z");
        for (int hour = 0; hour < 10; hour++) {
            bench.time.pass(Duration.ofHours(1));
            settled(engine);
        }
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(2);
        bench.running();
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(2);
        assertThat(bench.store.stored().lastBeat()).contains(LocalDate.of(2027, 6, 10));
    }

    @Test
    void takesALateDeliveryForNoNewerBeat() {
        bench.sink.answers(Verdict.Retry.because("offline"));
        Engine engine = bench.running();
        for (int day = 0; day < 3; day++) {
            bench.time.pass(Duration.ofDays(1));
            engine.keepHouse();
        }
        bench.store.hostWrites(stored -> stored.withLastBeat(LocalDate.of(2027, 6, 13)));
        bench.sink.answers(ScriptedSink.DELIVERED);
        settled(engine);
        assertThat(bench.outbox.contents().base()).isZero();
        assertThat(bench.store.stored().lastBeat()).contains(LocalDate.of(2027, 6, 13));
    }

    @Test
    void remembersABeatThatWasMadeInAnotherZone() {
        bench.zone = ZoneId.of("Pacific/Kiritimati");
        bench.sink.answers(Verdict.Retry.because("offline"));
        bench.time.set("2027-06-10T20:00:00Z");
        bench.running().close();
        bench.zone = ZoneId.of("Etc/GMT+12");
        bench.sink.answers(ScriptedSink.DELIVERED);
        bench.running();
        assertThat(bench.store.stored().lastBeat()).contains(LocalDate.of(2027, 6, 11));
    }

    @Test
    void isOfferedOnceMoreAtTheNextBeatWhenTheReceiverRefusedIt() {
        bench.sink.answers(new Verdict.Refused("400"));
        Engine engine = bench.running();
        for (int hour = 0; hour < 6; hour++) {
            bench.time.pass(Duration.ofHours(1));
            settled(engine);
        }
        assertThat(bench.sink.names()).containsExactly("base_telemetry.first_seen", HEARTBEAT);
        assertThat(bench.outbox.contents().base()).isEqualTo(2);
        bench.time.pass(Duration.ofHours(10));
        bench.sink.answers(ScriptedSink.DELIVERED);
        settled(engine);
        List<EncodedRecord> wire = bench.sink.wire();
        assertThat(wire).hasSize(5);
        assertThat(wire.subList(2, 4)).isEqualTo(wire.subList(0, 2));
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(3);
        assertThat(bench.outbox.contents().base()).isZero();
        assertNothingLost(engine);
    }

    @Test
    void isGivenUpWhenTheReceiverRefusedItTwiceAlsoAfterARestart() {
        bench.sink.answers(new Verdict.Refused("400"));
        bench.running().close();
        bench.time.pass(Duration.ofDays(1));
        Engine engine = bench.running();
        assertThat(Bench.dropped(engine, DropReason.REFUSED)).isEqualTo(2);
        bench.sink.answers(ScriptedSink.DELIVERED);
        for (int day = 0; day < 3; day++) {
            bench.time.pass(Duration.ofDays(1));
            settled(engine);
        }
        assertThat(bench.sink.records("base_telemetry.first_seen")).hasSize(2);
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(7);
        assertNothingLost(engine);
    }

    @Test
    void isTriedAgainSoonWhenItCouldNotBeStored() {
        bench.outbox.appendsFail = true;
        Engine engine = bench.engine();
        engine.keepHouse();
        assertThat(engine.base().sendHeartbeat()).isEqualTo(new BaseOutcome.Failed("outbox: disk full"));
        assertThat(engine.transparency().status().warnings())
                .containsExactly("base telemetry was not recorded: outbox: disk full");
        bench.outbox.appendsFail = false;
        settled(engine);
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    void isScheduledOnceAtTheInstallationsOwnTime() {
        bench.beatAt = LocalTime.of(4, 30);
        Engine engine = bench.running();
        settled(engine);
        assertThat(bench.schedules).hasSize(1);
        assertThat(bench.schedules.get(0).at()).isEqualTo(LocalTime.of(4, 30));
        engine.close();
        assertThat(bench.closedSchedules).isEqualTo(1);
    }

    @Test
    void comesAnHourLateAtMostWithoutAWorkingScheduler() {
        bench.scheduler = (schedule, beat) -> {
            throw new HeartbeatSchedulerException("no thread");
        };
        Engine engine = bench.running();
        assertThat(engine.transparency().status().warnings())
                .containsExactly("heartbeats may be late by an hour: no thread");
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(1);
        engine.close();
    }
}
