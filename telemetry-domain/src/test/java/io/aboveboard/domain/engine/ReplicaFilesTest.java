package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.PROJECT;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.api.EraseOutcome;
import io.aboveboard.domain.consent.Surface;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.Salt;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A replica whose own file says something of its own. */
class ReplicaFilesTest {
    private static final String START = "2027-06-10T12:00:00Z";
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final InstallId OF_THE_FILE = InstallId.random();

    private final ManualTime clock = new ManualTime(START);
    private final SharedStore database = new SharedStore(clock);
    private final ReplicaBench a = new ReplicaBench(database, START);
    private final ReplicaBench b = new ReplicaBench(database, START);

    private void pass(Duration duration) {
        clock.pass(duration);
        a.time.pass(duration);
        b.time.pass(duration);
    }

    private void installAlone() {
        a.file.update(stored -> stored.withIdentity(OF_THE_FILE, Salt.random())
                .withReached(Milestone.FIRST_SEEN, LONG_AGO)
                .withReached(Milestone.FIRST_SEEN_SENT, LONG_AGO));
    }

    @Test
    @Proves(Promise.P4)
    void areNobodyNewBeforeTheInstallationOfTheirFolderWasMoved() {
        installAlone();
        Engine engine = settled(a.engine());
        pass(Duration.ofDays(1));
        settled(engine);

        assertThat(a.sink.batches()).isEmpty();
        assertThat(database.read()).isEqualTo(new InstallationReading.Missing());
        assertThat(database.claimedRecords()).isEmpty();
        assertThat(engine.transparency().status().installId()).isNull();
        assertThat(engine.transparency().status().warnings())
                .anyMatch(warning -> warning.contains(OF_THE_FILE.toString())
                        && warning.contains("migrate-installation --to database"));
    }

    @Test
    @Proves({Promise.P2, Promise.P4})
    void keepDecisionsAtHomeBeforeTheInstallationOfTheirFolderWasMoved() {
        installAlone();
        Engine engine = settled(a.engine());
        assertThat(engine.consent().grant(ADMIN)).isInstanceOf(DecisionOutcome.NotTaken.class);
        assertThat(engine.consent().withdraw(ADMIN)).isInstanceOf(DecisionOutcome.InForceUnsaved.class);

        assertThat(database.history()).isEmpty();
        assertThat(database.read()).isEqualTo(new InstallationReading.Missing());
        assertThat(a.file.read().known().orElseThrow().preference()).isEqualTo(StoredPreference.NO);
    }

    @Test
    @Proves(Promise.P4)
    void areNobodyNewWhereOneOfThemOnlySaidNoBefore() {
        database.down = true;
        Engine first = settled(b.engine());
        database.down = false;
        first.consent().withdraw(ADMIN);
        database.update(stored -> stored.withPreference(StoredPreference.NO));
        installAlone();

        settled(a.engine());
        assertThat(database.stored().id()).isEmpty();
    }

    @Test
    @Proves(Promise.P4)
    void beginTogetherThoughAHostGaveEachAnIdUnderWhichNothingWasEverSent() {
        a.file.update(stored -> stored.withId(OF_THE_FILE));
        Engine engine = settled(a.engine());
        InstallId shared = database.stored().id().orElseThrow();
        assertThat(shared).isNotEqualTo(OF_THE_FILE);
        assertThat(engine.transparency().status().warnings())
                .containsExactly("installation.json names another installation, " + OF_THE_FILE
                        + ", than the database, " + shared + "; that of the database counts");
    }

    @Test
    @Proves(Promise.P4)
    void sayThatTheirFileNamesAnotherInstallation() {
        settled(b.engine());
        installAlone();
        Engine engine = settled(a.engine());
        assertThat(engine.transparency().status().installId())
                .isEqualTo(database.stored().id().orElseThrow());
        assertThat(a.sink.batches()).isEmpty();
        assertThat(engine.transparency().status().warnings())
                .anyMatch(warning -> warning.startsWith("installation.json names another installation, "));
    }

    @Test
    @Proves(Promise.P4)
    @Fault("G3")
    void wereFirstSeenByTheClockThatAllAgreeOn() {
        a.time.set("2027-06-10T12:05:00Z");
        settled(a.engine());
        assertThat(database.stored().reached(Milestone.FIRST_SEEN)).contains(Instant.parse(START));
    }

    @Test
    @Proves(Promise.P1)
    @Fault({"G6", "A21"})
    void takeTheNoOfAFileWhereTheDatabaseKnowsNoDecision() {
        a.switches = new Switches(Switches.Silence.NONE, Switches.DetailedAnswer.YES_IF_UNDECIDED);
        a.file.update(stored -> stored.withPreference(StoredPreference.NO).withSetupComplete(true));
        Engine engine = settled(a.engine());
        assertThat(engine.consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
        assertThat(database.last())
                .hasValueSatisfying(
                        receipt -> assertThat(receipt.actor().surface()).isEqualTo(Surface.FILE));
        assertThat(settled(b.engine()).consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
        assertThat(engine.transparency().status().warnings()).isEmpty();
    }

    @Test
    @Proves(Promise.P1)
    @Fault({"G6", "A21"})
    void areNotAnsweredByTheEnvironmentWhereTheFileSaysNoBeforeItsSetupIsComplete() {
        a.switches = new Switches(Switches.Silence.NONE, Switches.DetailedAnswer.YES_IF_UNDECIDED);
        a.file.update(stored -> stored.withPreference(StoredPreference.NO));
        Engine engine = settled(a.engine());
        assertThat(engine.consent().current().state()).isEqualTo(ConsentStanding.State.UNDECIDED);
        assertThat(engine.transparency().status().warnings())
                .containsExactly("installation.json says no and the database nothing: the no counts");
        assertThat(database.history()).isEmpty();
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
    }

    @Test
    @Proves({Promise.P1, Promise.P2})
    @Fault({"G4", "G6"})
    void keepToANoOverARestartThatWasTheFirstDecisionAndMetNoDatabase() {
        Engine engine = settled(a.engine());
        database.down = true;
        assertThat(engine.consent().withdraw(ADMIN))
                .isInstanceOfSatisfying(
                        DecisionOutcome.InForceUnsaved.class,
                        unsaved -> assertThat(unsaved.survivesRestart()).isTrue());
        database.down = false;
        pass(Duration.ofMinutes(1));

        Engine restarted = settled(a.engine());
        assertThat(restarted.consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
        assertThat(settled(b.engine()).consent().current().state()).isEqualTo(ConsentStanding.State.DENIED);
        assertThat(a.memory.ledger().last()).isEmpty();
        assertThat(restarted.consent().grant(ADMIN)).isInstanceOf(DecisionOutcome.Recorded.class);
        assertThat(settled(restarted).telemetry().isDetailedAnalyticsEnabled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = StoredPreference.class,
            names = {"UNSET", "YES"})
    @Proves({Promise.P1, Promise.P4})
    void goOnBeatingBesideReceiptsThatSomebodyChanged(StoredPreference said) {
        a.file.update(stored -> stored.withPreference(said));
        Engine engine = settled(a.engine());
        engine.consent().grant(ADMIN);
        settled(engine);
        int beats = a.sink.records("base_telemetry.heartbeat").size();
        database.receiptsBroken = true;
        settled(engine);
        assertThat(engine.telemetry().track(TIMER_STARTED, UserId.of(1)))
                .isEqualTo(new Admission.Dropped(DropReason.CONSENT_UNKNOWN));
        pass(Duration.ofDays(1));
        settled(engine);
        assertThat(a.sink.records("base_telemetry.heartbeat")).hasSize(beats + 1);
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
    }

    @Test
    void forgetWhatTheyDecidedBeforeTheyShared() {
        a.file.update(stored -> stored.withPreference(StoredPreference.YES));
        Engine engine = settled(a.engine());
        assertThat(engine.erasure().erase(ADMIN)).isEqualTo(EraseOutcome.Done.DONE);
        assertThat(database.history()).isEmpty();
        assertThat(a.file.read().known().orElseThrow().preference()).isEqualTo(StoredPreference.UNSET);
    }

    @Test
    @Proves(Promise.P1)
    @Fault("G4")
    void recordForAWhileAlsoWhereOnlyTheReceiptsGoOutOfReach() {
        Engine engine = settled(a.engine());
        engine.consent().grant(ADMIN);
        settled(engine);
        database.receiptsDown = true;
        engine.telemetry().track(TIMER_STARTED, UserId.of(1), p -> p.put(PROJECT, 7L));
        settled(engine);
        assertThat(a.sink.records("timer.started")).isEmpty();
        assertThat(a.outbox.contents().detailed()).isEqualTo(1);

        database.receiptsDown = false;
        pass(Duration.ofMinutes(10));
        settled(engine);
        assertThat(a.sink.records("timer.started")).hasSize(1);
    }
}
