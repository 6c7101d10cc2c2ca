package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.PROJECT;
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
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.domain.record.TelemetryRecord;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsentJourneyTest {
    private static final Admission TAKEN = Admission.Taken.TAKEN;

    private final Bench bench = new Bench();

    @Test
    @Proves(Promise.P1)
    @Fault("E6")
    void neitherSendsNorKeepsAnEventFromBeforeTheDecision() {
        Engine engine = bench.running();
        assertThat(track(engine)).isEqualTo(new Admission.Dropped(DropReason.NO_CONSENT));
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
        engine.consent().grant(ADMIN);
        settled(engine);
        assertThat(bench.sink.records(Layer.DETAILED))
                .extracting(TelemetryRecord::eventName)
                .containsExactly("telemetry.install");
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P1)
    @Fault("E6")
    void judgesAnEventTakenOnTrustByTheFirstLook() {
        Engine engine = bench.engine();
        assertThat(track(engine)).isEqualTo(TAKEN);
        engine.consent().grant(ADMIN);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertThat(Bench.dropped(engine, DropReason.NO_CONSENT)).isEqualTo(1);
        assertNothingLost(engine);
    }

    @Test
    void deliversAnEventTakenOnTrustWhereTheFirstLookFindsAYes() {
        bench.granted().close();
        Engine engine = bench.engine();
        assertThat(track(engine)).isEqualTo(TAKEN);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    void sendsOneInstallPingOnTheFirstYesAndNeverAgain() {
        Engine engine = bench.granted();
        engine.consent().withdraw(ADMIN);
        engine.consent().grant(ADMIN);
        settled(engine);
        settled(bench.engine());
        TelemetryRecord ping = bench.sink.records("telemetry.install").get(0);
        String id = bench.store.stored().id().orElseThrow().toString();
        assertThat(bench.sink.records("telemetry.install")).hasSize(1);
        assertThat(ping.identity()).isEqualTo(id);
        assertThat(ping.uid())
                .isEqualTo(RecordUid.ofInstallPing(bench.store.stored().id().orElseThrow()));
        assertThat(ping.attributes().keySet())
                .containsExactly("install_id", "app_version", "environment", "deployment_method", "consent_receipt");
    }

    @Test
    void pingsAgainUnderTheNextYesWhereTheFirstPingWasWithdrawnUndelivered() {
        Engine engine = bench.running();
        engine.consent().grant(ADMIN);
        engine.consent().withdraw(ADMIN);
        engine.consent().grant(ADMIN);
        settled(engine);
        assertThat(bench.sink.records("telemetry.install")).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    void asksNoReceiverForeverThatRefusesThePing() {
        bench.sink.answersBy(batch ->
                batch.records().get(0).layer() == Layer.BASE ? ScriptedSink.DELIVERED : new Verdict.Refused("no"));
        Engine engine = bench.granted();
        for (int i = 0; i < 10; i++) {
            bench.time.pass(Housekeeper.INTERVAL);
            settled(engine);
        }
        assertThat(bench.sink.records("telemetry.install")).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    @Proves({Promise.P1, Promise.P14})
    void deliversAnEventUnderTheReceiptOfItsYes() {
        Engine engine = bench.granted();
        assertThat(track(engine)).isEqualTo(TAKEN);
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isTrue();
        settled(engine);
        ConsentReceipt receipt = engine.consent().history().get(0);
        TelemetryRecord record = bench.sink.records("timer.started").get(0);
        assertThat(record.epoch()).isEqualTo(receipt.sequence());
        assertThat(record.attributes().get("consent_receipt")).hasToString("Text[value=" + receipt.hash() + "]");
        assertThat(receipt.state()).isEqualTo(ConsentState.GRANTED);
        assertThat(receipt.actor()).isEqualTo(ADMIN);
        assertThat(receipt.terms().recipient()).isEqualTo("otlp.example.org");
        assertThat(bench.store.stored().preference()).isEqualTo(StoredPreference.YES);
        assertNothingLost(engine);
    }

    @Test
    void givesTheSameReceiptToTheSameYesAgain() {
        Engine engine = bench.granted();
        DecisionOutcome again = engine.consent().grant(Actor.cli());
        assertThat(again)
                .isEqualTo(
                        new DecisionOutcome.Recorded(engine.consent().history().get(0), List.of()));
        assertThat(engine.consent().history()).hasSize(1);
    }

    @Test
    @Proves(Promise.P2)
    @Fault({"E1", "E5"})
    void leavesNothingOfTheDetailedLayerWhenAWithdrawalReturns() {
        Engine engine = bench.granted();
        bench.sink.answers(Verdict.Retry.because("offline"));
        for (int i = 0; i < 90; i++) {
            track(engine);
            if (i % 30 == 0) {
                engine.store();
            }
        }
        engine.deliver();
        int sentBefore = bench.sink.batches().size();
        DecisionOutcome outcome = engine.consent().withdraw(ADMIN);
        assertThat(outcome).isInstanceOfSatisfying(DecisionOutcome.Recorded.class, recorded -> {
            assertThat(recorded.receipt().state()).isEqualTo(ConsentState.DENIED);
            assertThat(recorded.warnings()).isEmpty();
        });
        assertThat(bench.outbox.contents().detailed()).isZero();
        assertThat(Bench.dropped(engine, DropReason.WITHDRAWN)).isEqualTo(90);
        assertThat(track(engine)).isEqualTo(new Admission.Dropped(DropReason.NO_CONSENT));
        bench.sink.answers(ScriptedSink.DELIVERED);
        settled(engine);
        assertThat(bench.sink.batches()).hasSize(sentBefore);
        assertThat(bench.store.stored().preference()).isEqualTo(StoredPreference.NO);
        assertNothingLost(engine);
    }

    @Test
    void letsTheBaseLayerStayAndGoOn() {
        bench.sink.answers(Verdict.Retry.because("offline"));
        Engine engine = bench.running();
        engine.consent().grant(ADMIN);
        engine.consent().withdraw(ADMIN);
        assertThat(bench.outbox.contents().base()).isEqualTo(2);
        bench.sink.answers(ScriptedSink.DELIVERED);
        settled(engine);
        assertThat(bench.outbox.sent(10)).hasSize(2);
        assertThat(bench.sink.records(Layer.DETAILED)).isEmpty();
    }

    @Test
    @Proves(Promise.P2)
    @Fault("E4")
    void neverSendsEventsOfAnEpochThatEnded() {
        Engine engine = bench.granted();
        track(engine);
        track(engine);
        engine.store();
        track(engine);
        engine.consent().withdraw(ADMIN);
        bench.time.pass(Duration.ofSeconds(1));
        engine.consent().grant(ADMIN);
        track(engine);
        settled(engine);
        assertThat(bench.sink.records("timer.started"))
                .singleElement()
                .satisfies(record -> assertThat(record.epoch()).isEqualTo(3));
        engine.consent().grant(ADMIN);
        track(engine);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(2);
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P2)
    void deletesEventsOfAnotherEpochBeforeAnythingIsSentAfterARestart() {
        Engine engine = bench.granted();
        bench.outbox.purgesFail = true;
        track(engine);
        engine.store();
        engine.consent().withdraw(ADMIN);
        assertThat(engine.transparency().status().warnings())
                .singleElement()
                .asString()
                .startsWith("events of an ended consent could not be deleted yet; none is sent");
        engine.consent().grant(ADMIN);
        engine.close();
        bench.outbox.purgesFail = false;
        settled(bench.engine());
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertThat(bench.outbox.contents().detailed()).isZero();
    }

    @Test
    @Proves(Promise.P14)
    void chainsTheReceiptsOfAllDecisions() {
        Engine engine = bench.granted();
        engine.consent().withdraw(Actor.cli());
        engine.consent().withdraw(Actor.cli());
        engine.consent().withdraw(ADMIN);
        engine.consent().grant(ADMIN);
        assertThat(engine.consent().history())
                .extracting(receipt -> receipt.sequence() + " " + receipt.state() + " "
                        + receipt.actor().surface())
                .containsExactly("1 GRANTED ADMIN", "2 DENIED CLI", "3 DENIED ADMIN", "4 GRANTED ADMIN");
        String previous = ConsentReceipt.NO_PREDECESSOR;
        for (ConsentReceipt receipt : engine.consent().history()) {
            assertThat(receipt.previousHash()).isEqualTo(previous);
            previous = receipt.hash();
        }
    }

    @Test
    @Fault("E8")
    @Proves(Promise.P1)
    void asksAgainAfterTheTextHasChanged() {
        Engine old = bench.granted();
        track(old);
        old.store();
        bench.textVersion = "2";
        Engine engine = bench.running();
        assertThat(track(engine)).isEqualTo(new Admission.Dropped(DropReason.NO_CONSENT));
        ConsentStanding standing = engine.consent().current();
        assertThat(standing.state()).isEqualTo(ConsentStanding.State.GRANTED);
        assertThat(standing.refusal()).isEqualTo(RefusalReason.CONSENT_OUTDATED);
        assertThat(standing.isEffective()).isFalse();
        assertThat(bench.sink.records("timer.started")).isEmpty();
        engine.consent().grant(ADMIN);
        assertThat(track(engine)).isEqualTo(TAKEN);
        assertThat(engine.consent().history()).hasSize(2);
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesTheParameterThatIsNull() {
        Engine engine = bench.running();
        assertThatThrownBy(() -> engine.consent().grant(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("actor");
        assertThatThrownBy(() -> engine.consent().withdraw(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("actor");
    }

    private static Admission track(Engine engine) {
        return engine.telemetry().track(TIMER_STARTED, UserId.of(42), p -> p.put(PROJECT, 7L));
    }
}
