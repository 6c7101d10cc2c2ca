package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.dropped;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Replicas of one installation whose database is away. */
class ReplicasWithoutDatabaseTest extends TwoReplicas {
    private static final List<Arrival> BROUGHT =
            List.of(new Arrival(null, EVENT, UserId.of(1), null, Map.of("project_id", 7L), null));

    @Test
    @Proves(Promise.P1)
    @Fault("G4")
    void recordForAWhileWhenTheDatabaseIsDownAndSendWhenItIsBack() {
        Engine engine = granted(a);
        database.down = true;
        for (int minute = 0; minute < 14; minute++) {
            pass(Duration.ofMinutes(1));
            track(engine);
            settled(engine);
        }
        assertThat(a.sink.records(EVENT)).isEmpty();
        assertThat(a.outbox.contents().detailed()).isEqualTo(14);

        database.down = false;
        pass(Duration.ofMinutes(10));
        settled(engine);
        assertThat(a.sink.records(EVENT)).hasSize(14);
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P1)
    @Fault("G4")
    void refuseWhatHappensAfterAQuarterOfAnHourWithoutTheDatabase() {
        Engine engine = granted(a);
        database.down = true;
        pass(Duration.ofMinutes(15));
        settled(engine);
        assertThat(engine.telemetry().track(TIMER_STARTED, UserId.of(1)))
                .isEqualTo(new Admission.Dropped(DropReason.CONSENT_UNKNOWN));
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
        assertThat(dropped(engine, DropReason.CONSENT_UNKNOWN)).isEqualTo(1);

        database.down = false;
        pass(Duration.ofMinutes(1));
        settled(engine);
        track(engine);
        pass(Duration.ofMinutes(10));
        settled(engine);
        assertThat(a.sink.records(EVENT)).hasSize(1);
    }

    @Test
    @Proves(Promise.P1)
    @Fault("G4")
    void takeInForAQuarterOfAnHourWhatOthersBringWhileTheDatabaseIsDown() {
        Engine engine = granted(a);
        database.down = true;
        pass(Duration.ofMinutes(14));
        assertThat(engine.ingest().record(BROUGHT)).containsExactly(Admission.Taken.TAKEN);
        settled(engine);
        assertThat(a.sink.records(EVENT)).isEmpty();
        pass(Duration.ofMinutes(1));
        assertThat(engine.ingest().record(BROUGHT)).containsExactly(new Admission.Dropped(DropReason.CONSENT_UNKNOWN));

        database.down = false;
        pass(Duration.ofMinutes(10));
        settled(engine);
        assertThat(a.sink.records(EVENT)).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P1)
    @Fault("G4")
    void recordNothingAfterAStartWithoutTheDatabase() {
        granted(a);
        database.down = true;
        Engine engine = settled(a.engine());
        assertThat(engine.telemetry().track(TIMER_STARTED, UserId.of(1)))
                .isEqualTo(new Admission.Dropped(DropReason.CONSENT_UNKNOWN));
    }

    @Test
    @Proves({Promise.P4, Promise.P9})
    @Fault("G4")
    void deliverTheBaseRecordsThatWaitAfterAStartWithoutTheDatabase() {
        a.sink.answers(Verdict.Retry.because("offline"));
        settled(a.engine());
        assertThat(a.outbox.contents().base()).isEqualTo(2);
        database.down = true;
        a.sink.answers(ScriptedSink.DELIVERED);
        pass(Duration.ofMinutes(10));

        Engine engine = settled(a.engine());

        assertThat(a.outbox.contents().base()).isZero();
        assertThat(engine.transparency().status().installId())
                .isEqualTo(database.stored().id().orElseThrow());
        database.down = false;
        pass(Duration.ofMinutes(1));
        settled(engine);
        assertThat(database.stored().lastBeat()).contains(LocalDate.of(2027, 6, 10));
        assertThat(database.stored().reached(Milestone.FIRST_SEEN_SENT)).isPresent();
    }

    @Test
    @Proves(Promise.P4)
    @Fault("G4")
    void beatWhenTheDatabaseIsBack() {
        Engine engine = settled(a.engine());
        database.down = true;
        pass(Duration.ofDays(1));
        for (int second = 0; second < 600; second++) {
            pass(Duration.ofSeconds(1));
            settled(engine);
        }
        assertThat(uidsOf(HEARTBEAT)).hasSize(1);
        assertThat(a.heard.warnings()).hasSizeLessThan(10);

        database.down = false;
        pass(Duration.ofSeconds(2));
        settled(engine);
        pass(Duration.ofMinutes(10));
        settled(engine);
        assertThat(uidsOf(HEARTBEAT)).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @Proves({Promise.P1, Promise.P4, Promise.P8})
    @Fault("G4")
    void goOnThroughAnHourOfTheNightWithoutTheDatabase() {
        a.sink.answers(Verdict.Retry.because("offline"));
        Engine engine = granted(a);
        pass(Duration.ofMinutes(14 * 60 + 30));
        settled(engine);
        database.down = true;
        a.sink.answers(ScriptedSink.DELIVERED);
        assertThat(a.outbox.contents().base()).isEqualTo(2);
        aMinuteEach(60, () -> track(engine), engine);
        assertThat(a.outbox.contents().base()).isZero();
        assertThat(a.sink.records(EVENT)).isEmpty();

        database.down = false;
        aMinuteEach(60, () -> {}, engine);
        assertThat(a.sink.records(EVENT)).hasSize(15);
        assertThat(dropped(engine, DropReason.CONSENT_UNKNOWN)).isEqualTo(45);
        assertThat(Set.copyOf(uidsOf(HEARTBEAT))).hasSize(2);
        RecordUid tonight = RecordUid.ofHeartbeat(database.stored().id().orElseThrow(), LocalDate.of(2027, 6, 11));
        assertThat(uidsOf(HEARTBEAT)).containsOnlyOnce(tonight.value());
        assertThat(database.stored().lastBeat()).contains(LocalDate.of(2027, 6, 11));
        assertNothingLost(engine);
    }

    private void aMinuteEach(int minutes, Runnable then, Engine engine) {
        for (int minute = 0; minute < minutes; minute++) {
            then.run();
            pass(Duration.ofMinutes(1));
            settled(engine);
        }
    }

    @Test
    @Proves({Promise.P1, Promise.P4})
    @Fault("G4")
    void areNobodyNewBeforeTheDatabaseWasEverSeen() {
        database.down = true;
        Engine engine = settled(a.engine());
        assertThat(engine.transparency().status().installId()).isNull();
        assertThat(a.sink.batches()).isEmpty();
        assertThat(a.memory.read()).isEqualTo(new InstallationReading.Missing());

        database.down = false;
        pass(Duration.ofMinutes(10));
        settled(engine);
        assertThat(uidsOf(FIRST_SEEN)).hasSize(1);
    }

    @Test
    @Proves({Promise.P1, Promise.P4})
    void areNobodyNewWhereTheDatabaseHasForgottenThem() {
        Engine engine = granted(a);
        database.forget();
        pass(Duration.ofDays(1));
        settled(engine);
        assertThat(database.stored().id()).isEmpty();
        assertThat(uidsOf(FIRST_SEEN)).hasSize(1);
        assertThat(engine.transparency().status().warnings())
                .anyMatch(warning -> warning.contains("does not know the installation"));
    }

    private Engine granted(ReplicaBench replica) {
        Engine engine = settled(replica.engine());
        engine.consent().grant(ADMIN);
        return settled(engine);
    }
}
