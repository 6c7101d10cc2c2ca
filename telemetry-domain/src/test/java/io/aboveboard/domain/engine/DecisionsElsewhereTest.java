package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.ConsentStanding.State;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.ConsentReceipt;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.consent.Switches.DetailedAnswer;
import io.aboveboard.domain.consent.Switches.Silence;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.List;
import org.junit.jupiter.api.Test;

@Proves(Promise.P1)
class DecisionsElsewhereTest {
    private static final Switches ENABLED = new Switches(Silence.NONE, DetailedAnswer.YES_IF_UNDECIDED);

    private final Bench bench = new Bench();

    @Test
    void givesAReceiptToAYesThatTheHostWrote() {
        bench.store.hostDecides(StoredPreference.YES);
        Engine engine = bench.running();
        assertThat(receipts(engine)).containsExactly("GRANTED file");
        assertThat(bench.sink.names()).contains("telemetry.install");
        assertThat(track(engine)).isEqualTo(Admission.Taken.TAKEN);
        assertThat(bench.mirror.read()).contains(true);
        settled(engine);
        assertNothingLost(engine);
    }

    @Test
    void waitsForTheReceiptBeforeItActsOnTheHostsYes() {
        bench.store.hostDecides(StoredPreference.YES);
        bench.store.ledgerWritesFail = true;
        Engine engine = bench.running();
        assertThat(engine.consent().current().refusal()).isEqualTo(RefusalReason.AWAITING_RECEIPT);
        assertThat(engine.consent().current().state()).isEqualTo(State.GRANTED);
        assertThat(bench.sink.records(Layer.DETAILED)).isEmpty();
        assertThat(engine.transparency().status().warnings())
                .containsExactly("a decision has no receipt yet: receipts: disk full");
        bench.store.ledgerWritesFail = false;
        settled(engine);
        assertThat(receipts(engine)).containsExactly("GRANTED file");
        assertThat(engine.transparency().status().warnings()).isEmpty();
    }

    @Test
    void ignoresTheHostsYesUntilItsSetupIsComplete() {
        bench.store.hostWrites(stored -> stored.withPreference(StoredPreference.YES));
        Engine engine = bench.running();
        assertThat(engine.consent().current().refusal()).isEqualTo(RefusalReason.UNDECIDED);
        assertThat(receipts(engine)).isEmpty();
        bench.store.hostWrites(stored -> stored.withSetupComplete(true));
        settled(engine);
        assertThat(receipts(engine)).containsExactly("GRANTED file");
    }

    @Test
    void obeysAtOnceANoThatTheHostWrote() {
        Engine engine = bench.granted();
        track(engine);
        engine.store();
        bench.store.hostDecides(StoredPreference.NO);
        engine.deliver();
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertThat(bench.outbox.contents().detailed()).isZero();
        settled(engine);
        assertThat(receipts(engine)).containsExactly("GRANTED admin", "DENIED file");
        assertThat(bench.mirror.read()).contains(false);
        assertThat(bench.store.stored().preference()).isEqualTo(StoredPreference.NO);
        assertNothingLost(engine);
    }

    @Test
    void letsTheHostUndoItsOwnNoButNoOther() {
        bench.store.hostDecides(StoredPreference.NO);
        Engine engine = bench.running();
        bench.store.hostDecides(StoredPreference.YES);
        settled(engine);
        assertThat(receipts(engine)).containsExactly("DENIED file", "GRANTED file");
        engine.consent().withdraw(ADMIN);
        bench.store.hostDecides(StoredPreference.YES);
        settled(engine);
        ConsentStanding standing = engine.consent().current();
        assertThat(standing.state()).isEqualTo(State.DENIED);
        assertThat(standing.refusal()).isEqualTo(RefusalReason.DENIED);
        assertThat(standing.remark())
                .isEqualTo("installation.json says yes, but the no was given through admin; undo it there");
        assertThat(receipts(engine)).containsExactly("DENIED file", "GRANTED file", "DENIED admin");
    }

    @Test
    void takesTheEnvironmentsYesWhereNobodyHasDecided() {
        bench.switches = ENABLED;
        Engine engine = bench.running();
        assertThat(receipts(engine)).containsExactly("GRANTED environment");
        assertThat(engine.consent().current().isEffective()).isTrue();
        assertThat(bench.store.stored().preference()).isEqualTo(StoredPreference.UNSET);
        assertThat(bench.sink.records("telemetry.install")).hasSize(1);
        bench.switches = Switches.unset();
        Engine without = bench.running();
        assertThat(without.consent().current().refusal()).isEqualTo(RefusalReason.UNDECIDED);
        assertThat(receipts(without)).hasSize(1);
    }

    @Test
    void turnsTheEnvironmentsYesIntoAPersonsOwn() {
        bench.switches = ENABLED;
        Engine engine = bench.running();
        engine.consent().grant(ADMIN);
        assertThat(receipts(engine)).containsExactly("GRANTED environment", "GRANTED admin");
        bench.switches = Switches.unset();
        assertThat(bench.running().consent().current().isEffective()).isTrue();
    }

    @Test
    @Fault("A21")
    void letsTheEnvironmentOverruleNoStoredNo() {
        bench.running().consent().withdraw(ADMIN);
        bench.switches = ENABLED;
        Engine engine = bench.running();
        assertThat(engine.consent().current().refusal()).isEqualTo(RefusalReason.DENIED);
        assertThat(receipts(engine)).containsExactly("DENIED admin");
    }

    @Test
    @Fault("A21")
    void letsTheEnvironmentOverruleNoStoredNoThatDoesNotCountYet() {
        bench.store.hostWrites(stored -> stored.withPreference(StoredPreference.NO));
        bench.switches = ENABLED;
        Engine engine = bench.running();
        settled(engine);
        assertThat(receipts(engine)).isEmpty();
        assertThat(engine.consent().current().isEffective()).isFalse();
        assertThat(bench.sink.records(Layer.DETAILED)).isEmpty();
    }

    @Test
    void neverSendsDetailsWhereTheEnvironmentForbidsIt() {
        Engine allowed = bench.granted();
        track(allowed);
        allowed.store();
        for (DetailedAnswer never : new DetailedAnswer[] {DetailedAnswer.NEVER, DetailedAnswer.LAYERS_BASE}) {
            bench.switches = new Switches(Silence.NONE, never);
            Engine engine = bench.running();
            assertThat(engine.consent().grant(ADMIN)).isInstanceOf(DecisionOutcome.Recorded.class);
            assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
        }
        assertThat(bench.outbox.contents().detailed()).isZero();
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertThat(bench.sink.names()).contains("base_telemetry.heartbeat");
    }

    @Test
    void keepsButDoesNotSendWhatIsWaitingWhileTheDecisionCannotBeRead() {
        Engine engine = bench.granted();
        track(engine);
        engine.store();
        bench.store.ledgerReadsFail = true;
        bench.time.pass(Housekeeper.INTERVAL);
        settled(engine);
        ConsentStanding standing = engine.consent().current();
        assertThat(standing.state()).isEqualTo(State.UNKNOWN);
        assertThat(standing.refusal()).isEqualTo(RefusalReason.CONSENT_UNREADABLE);
        assertThat(standing.remark()).isEqualTo("receipts: disk full");
        assertThat(bench.outbox.contents().detailed()).isEqualTo(1);
        bench.store.ledgerReadsFail = false;
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    void asksForANewDecisionWhereTheStoredOnesContradictEachOther() {
        Engine engine = bench.granted();
        bench.store.hostWrites(stored -> stored.withPreference(StoredPreference.UNSET));
        settled(engine);
        ConsentStanding standing = engine.consent().current();
        assertThat(standing.state()).isEqualTo(State.UNKNOWN);
        assertThat(standing.refusal()).isEqualTo(RefusalReason.CONSENT_CONFLICTING);
        assertThat(standing.remark())
                .isEqualTo("there is a receipt of a yes, but telemetry_enabled is gone; decide again");
        assertThat(engine.consent().grant(ADMIN)).isInstanceOf(DecisionOutcome.Recorded.class);
        assertThat(engine.consent().current().isEffective()).isTrue();
    }

    @Test
    void takesNoYesWhileTheInstallationCannotBeRead() {
        Engine engine = bench.running();
        bench.store.unreadable = new InstallationReading.Unreadable("installation.json", "permission denied");
        assertThat(engine.consent().grant(ADMIN))
                .isEqualTo(new DecisionOutcome.NotTaken(
                        "installation.json: permission denied; mend or remove it, then decide again"));
        bench.store.unreadable = null;
        assertThat(receipts(engine)).isEmpty();
        assertThat(engine.consent().current().state()).isEqualTo(State.UNDECIDED);
    }

    private static List<String> receipts(Engine engine) {
        return engine.consent().history().stream()
                .map((ConsentReceipt receipt) ->
                        receipt.state() + " " + receipt.actor().surface().code())
                .toList();
    }

    private static Admission track(Engine engine) {
        return engine.telemetry().track(TIMER_STARTED, UserId.of(42));
    }
}
