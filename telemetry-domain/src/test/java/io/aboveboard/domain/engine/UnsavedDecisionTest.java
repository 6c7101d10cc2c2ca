package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decisions while the disk is full. */
class UnsavedDecisionTest {
    private final Bench bench = new Bench();

    @Test
    @Proves(Promise.P2)
    void putsANoInForceThatCannotBeStored() {
        Engine engine = bench.granted();
        track(engine);
        engine.store();
        breakDisk(true);
        assertThat(engine.consent().withdraw(ADMIN))
                .isEqualTo(
                        new DecisionOutcome.InForceUnsaved("receipts: disk full; installation.json: disk full", false));
        assertThat(track(engine)).isEqualTo(new Admission.Dropped(DropReason.NO_CONSENT));
        assertThat(bench.outbox.contents().detailed()).isZero();
        assertThat(bench.mirror.read()).contains(false);
        settled(engine);
        ConsentStanding standing = engine.consent().current();
        assertThat(standing.state()).isEqualTo(ConsentStanding.State.DENIED);
        assertThat(standing.refusal()).isEqualTo(RefusalReason.DENIED);
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertThat(bench.mirror.read()).contains(false);
        assertNothingLost(engine);
    }

    @Test
    void triesToStoreItUntilItIsStored() {
        Engine engine = bench.granted();
        breakDisk(true);
        engine.consent().withdraw(Actor.cli());
        settled(engine);
        settled(engine);
        assertThat(receipts()).containsExactly("GRANTED admin");
        breakDisk(false);
        settled(engine);
        settled(engine);
        assertThat(receipts()).containsExactly("GRANTED admin", "DENIED cli");
        assertThat(bench.store.stored().preference()).isEqualTo(StoredPreference.NO);
        assertThat(bench.running().consent().current().refusal()).isEqualTo(RefusalReason.DENIED);
    }

    @Test
    void triesToCorrectTheInstallationThatStillSaysYes() {
        Engine engine = bench.granted();
        bench.store.updatesFail = true;
        assertThat(engine.consent().withdraw(ADMIN)).isInstanceOfSatisfying(DecisionOutcome.Recorded.class, stored -> {
            assertThat(stored.warnings()).containsExactly("installation.json: disk full");
            assertThat(stored.isWhole()).isFalse();
        });
        bench.store.updatesFail = false;
        settled(engine);
        assertThat(bench.store.stored().preference()).isEqualTo(StoredPreference.NO);
        assertThat(receipts()).containsExactly("GRANTED admin", "DENIED admin");
    }

    @Test
    @Fault("E7")
    void holdsThroughTheInstallationAloneWhereNoReceiptCanBeWritten() {
        Engine engine = bench.granted();
        bench.store.ledgerWritesFail = true;
        assertThat(engine.consent().withdraw(ADMIN))
                .isEqualTo(new DecisionOutcome.InForceUnsaved("receipts: disk full", true));
        Engine restarted = bench.running();
        assertThat(restarted.consent().current().refusal()).isEqualTo(RefusalReason.DENIED);
    }

    @Test
    @Proves(Promise.P2)
    void takesAYesAfterAnUnsavedNoForANewOne() {
        Engine engine = bench.granted();
        track(engine);
        breakDisk(true);
        engine.consent().withdraw(ADMIN);
        breakDisk(false);
        assertThat(engine.consent().grant(ADMIN)).isInstanceOf(DecisionOutcome.Recorded.class);
        settled(engine);
        assertThat(receipts()).containsExactly("GRANTED admin", "GRANTED admin");
        assertThat(engine.consent().current().isEffective()).isTrue();
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertThat(bench.mirror.read()).contains(true);
    }

    @Test
    @Proves(Promise.P1)
    void takesNoYesThatCannotBeStored() {
        Engine engine = bench.running();
        bench.store.ledgerWritesFail = true;
        assertThat(engine.consent().grant(ADMIN))
                .isEqualTo(new DecisionOutcome.NotTaken(
                        "the yes could not be stored, so it counts as no: receipts: disk full"));
        assertThat(engine.consent().current().isEffective()).isFalse();
        assertThat(bench.store.stored().preference()).isEqualTo(StoredPreference.UNSET);
        assertThat(bench.mirror.read()).contains(false);
    }

    @Test
    @Proves(Promise.P1)
    void takesBackAYesThatCouldBeStoredOnlyInPart() {
        Engine engine = bench.running();
        bench.store.updatesFail = true;
        assertThat(engine.consent().grant(ADMIN))
                .isEqualTo(new DecisionOutcome.NotTaken(
                        "the yes could not be stored, so it counts as no: installation.json: disk full"));
        assertThat(receipts()).containsExactly("GRANTED admin", "DENIED admin");
        assertThat(track(engine)).isEqualTo(new Admission.Dropped(DropReason.NO_CONSENT));
        bench.store.updatesFail = false;
        settled(engine);
        assertThat(engine.consent().current().refusal()).isEqualTo(RefusalReason.DENIED);
        assertThat(bench.store.stored().preference()).isEqualTo(StoredPreference.NO);
    }

    @Test
    @Proves(Promise.P2)
    void deletesWhatIsWaitingWhereAYesCouldBeStoredOnlyInPart() {
        Engine engine = bench.granted();
        bench.schema = EventSchema.version(2);
        Engine asking = bench.running();
        track(engine);
        engine.store();
        bench.store.updatesFail = true;
        assertThat(asking.consent().grant(ADMIN)).isInstanceOf(DecisionOutcome.NotTaken.class);
        assertThat(asking.consent().current().refusal()).isEqualTo(RefusalReason.DENIED);
        assertThat(bench.outbox.contents().detailed()).isZero();
    }

    @Test
    void saysThatTheEarlierYesStaysWhereANewOneCannotBeStored() {
        bench.granted();
        bench.schema = EventSchema.version(2);
        Engine engine = bench.running();
        bench.store.ledgerWritesFail = true;
        assertThat(engine.consent().grant(ADMIN))
                .isEqualTo(new DecisionOutcome.NotTaken(
                        "the new yes could not be stored, so the earlier one stays in force: receipts: disk full"));
        assertThat(engine.consent().current().isEffective()).isTrue();
        assertThat(bench.mirror.read()).contains(true);
    }

    @Test
    @Proves(Promise.P2)
    void deletesWhatIsWaitingEvenWhereTheStoreBreaksItsContract() {
        Engine engine = bench.granted();
        track(engine);
        engine.store();
        bench.store.afterRead = () -> {
            throw new IllegalStateException("not in the contract");
        };
        assertThatThrownBy(() -> engine.consent().withdraw(ADMIN)).isInstanceOf(IllegalStateException.class);
        assertThat(bench.outbox.contents().detailed()).isZero();
        assertThat(track(engine)).isEqualTo(new Admission.Dropped(DropReason.NO_CONSENT));
    }

    private void breakDisk(boolean broken) {
        bench.store.updatesFail = broken;
        bench.store.ledgerWritesFail = broken;
    }

    private List<String> receipts() {
        return bench.store.history().stream()
                .map((ConsentReceipt receipt) ->
                        receipt.state() + " " + receipt.actor().surface().code())
                .toList();
    }

    private static Admission track(Engine engine) {
        return engine.telemetry().track(TIMER_STARTED, UserId.of(42));
    }
}
