package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas at one database, which is down at times. */
class ReplicasTest extends TwoReplicas {
    @Test
    @Proves(Promise.P4)
    @Fault("G1")
    void areOneInstallationWithOneBeatADate() {
        Engine first = settled(a.engine());
        Engine second = settled(b.engine());
        for (int day = 0; day < 7; day++) {
            pass(Duration.ofDays(1));
            settled(day % 2 == 0 ? first : second);
            settled(day % 2 == 0 ? second : first);
        }
        assertThat(uidsOf(FIRST_SEEN)).hasSize(1);
        assertThat(uidsOf(HEARTBEAT)).hasSize(8).doesNotHaveDuplicates();
        assertNothingLost(first);
        assertNothingLost(second);
    }

    @Test
    @Proves({Promise.P4, Promise.P9})
    @Fault("G2")
    void deliverWhatOneOfThemClaimedAndTookToItsGrave() {
        settled(b.engine());
        pass(Duration.ofDays(1));
        database.afterClaim = () -> a.outbox.appendsFail = true;
        settled(a.engine());
        database.afterClaim = null;
        assertThat(uidsOf(HEARTBEAT)).hasSize(1);
        EncodedRecord claimed = database.lastClaimed();

        Engine survivor = settled(b.engine());
        assertThat(uidsOf(HEARTBEAT)).hasSize(1);
        pass(Duration.ofHours(1));
        settled(survivor);
        assertThat(uidsOf(HEARTBEAT)).hasSize(2).doesNotHaveDuplicates();
        EncodedRecord delivered = b.sink.wire().get(b.sink.wire().size() - 1);
        assertThat(delivered).isEqualTo(claimed);
        assertThat(delivered.bytes()).isEqualTo(claimed.bytes());
        assertThat(survivor.transparency().status().lastBeatOn()).isEqualTo("2027-06-11");
    }

    @Test
    @Proves(Promise.P4)
    @Fault("G3")
    void agreeOnTheDateWhateverTheirClocksSay() {
        a.time.set("2027-06-10T12:05:00Z");
        b.time.set("2027-06-10T11:55:00Z");
        Engine fast = settled(a.engine());
        Engine slow = settled(b.engine());
        for (int minute = 0; minute < 24 * 60 * 2; minute += 5) {
            pass(Duration.ofMinutes(5));
            settled(fast);
            settled(slow);
        }
        assertThat(uidsOf(HEARTBEAT)).hasSize(3).doesNotHaveDuplicates();
        assertThat(fast.transparency().status().warnings())
                .contains("the clock of this machine is 300 s ahead of the database's, which says what date it is;"
                        + " set it right");
        assertThat(slow.transparency().status().warnings())
                .contains("the clock of this machine is 300 s behind the database's, which says what date it is;"
                        + " set it right");
    }

    @ParameterizedTest
    @CsvSource({"5000, 5 s ahead of", "-5000, 5 s behind", "1001, 1 s ahead of", "-1001, 1 s behind"})
    @Fault("G3")
    void sayHowFarAClockIsWrongByMoreThanASecond(long millis, String difference) {
        a.time.set(Instant.parse(START).plusMillis(millis).toString());
        assertThat(settled(a.engine()).transparency().status().warnings())
                .containsExactly("the clock of this machine is " + difference
                        + " the database's, which says what date it is; set it right");
    }

    @ParameterizedTest
    @ValueSource(longs = {999, -999, 1000, -1000, 0})
    @Fault("G3")
    void sayNothingOfASecond(long millis) {
        a.time.set(Instant.parse(START).plusMillis(millis).toString());
        assertThat(settled(a.engine()).transparency().status().warnings()).isEmpty();
    }

    @Test
    @Proves(Promise.P2)
    @Fault("G5")
    void sendNothingDetailedAfterTheOtherTookANo() {
        Engine here = granted(a);
        Engine there = settled(b.engine());
        track(there);
        assertThat(b.outbox.contents().detailed()).isEqualTo(1);

        assertThat(here.consent().withdraw(ADMIN)).isInstanceOf(DecisionOutcome.Recorded.class);

        settled(there);
        assertThat(b.sink.records(EVENT)).isEmpty();
        assertThat(b.outbox.contents().detailed()).isZero();
    }

    @Test
    @Proves(Promise.P2)
    @Fault({"G4", "G5"})
    void keepToANoThatTheDatabaseCouldNotTakeAlsoOverARestart() {
        Engine engine = granted(a);
        database.down = true;
        track(engine);
        assertThat(engine.consent().withdraw(ADMIN))
                .isInstanceOfSatisfying(
                        DecisionOutcome.InForceUnsaved.class,
                        unsaved -> assertThat(unsaved.survivesRestart()).isTrue());
        assertThat(a.outbox.contents().detailed()).isZero();

        database.down = false;
        pass(Duration.ofMinutes(1));
        Engine restarted = settled(a.engine());
        assertThat(restarted.telemetry().isDetailedAnalyticsEnabled()).isFalse();
        assertThat(restarted.consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
        assertThat(settled(b.engine()).consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
    }

    @Test
    @Proves(Promise.P1)
    @Fault("G6")
    void takeTheNoOfAFileBesideAYesInTheDatabase() {
        Engine engine = granted(a);
        a.file.update(stored -> stored.withPreference(StoredPreference.NO));
        track(engine);
        assertThat(a.sink.records(EVENT)).isEmpty();
        assertThat(engine.transparency().status().warnings())
                .contains("installation.json says no and the database yes: the no counts");
        settled(engine);
        assertThat(engine.consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
    }

    @Test
    @Proves(Promise.P1)
    @Fault("G6")
    void takeTheNoOfTheDatabaseBesideAYesInAFile() {
        Engine engine = granted(a);
        engine.consent().withdraw(ADMIN);
        a.file.update(stored -> stored.withPreference(StoredPreference.YES).withSetupComplete(true));
        settled(engine);
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
        assertThat(engine.transparency().status().warnings())
                .contains("installation.json says yes and the database no: the no counts; decide anew to change it");
    }

    @Test
    @Fault("G6")
    void bringAFileUpToDateThatADecisionElsewhereLeftBehind() {
        Engine here = granted(a);
        Engine there = settled(b.engine());
        b.file.update(stored -> stored.withPreference(StoredPreference.YES));
        settled(there);
        here.consent().withdraw(ADMIN);
        settled(there);
        assertThat(b.file.read().known().orElseThrow().preference()).isEqualTo(StoredPreference.NO);
        here.consent().grant(ADMIN);
        settled(there);
        assertThat(there.telemetry().isDetailedAnalyticsEnabled()).isTrue();
        assertThat(b.file.read().known().orElseThrow().preference()).isEqualTo(StoredPreference.YES);
    }

    private Engine granted(ReplicaBench replica) {
        Engine engine = settled(replica.engine());
        engine.consent().grant(ADMIN);
        return settled(engine);
    }
}
