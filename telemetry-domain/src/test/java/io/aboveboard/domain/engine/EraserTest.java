package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.EraseOutcome;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Forgetting that breaks off at each of its steps: what is left says no, sends nothing, and can be forgotten. */
@Proves({Promise.P1, Promise.P2})
class EraserTest {
    private final Bench bench = new Bench();

    /** What can fail, in the order in which it is tried. */
    private enum Step {
        RECEIPT,
        RECORDS,
        IDENTITY,
        RETIRING,
        FORGETTING
    }

    @BeforeEach
    void letAnEventWait() {
        Engine engine = bench.granted();
        bench.sink.answers(Verdict.Retry.because("offline"));
        engine.telemetry().track(TIMER_STARTED, UserId.of(42));
        settled(engine);
        assertThat(bench.sink.records("timer.started")).isNotEmpty();
        assertThat(bench.outbox.contents().detailed()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(value = Step.class, mode = Mode.EXCLUDE, names = "RECEIPT")
    void saysNoAndSendsNothingWhereverItBreaksOffUntilItIsRepeated(Step step) {
        Engine engine = bench.engine();
        breakDown(EnumSet.of(step));
        assertThat(engine.erasure().erase(ADMIN)).isInstanceOf(EraseOutcome.NotDone.class);
        assertSilentAfterARestart();
        assertForgottenAtLast();
    }

    /** The installation says no meanwhile, and once it no longer does there is no receipt left that says yes. */
    @Test
    void needsNoReceiptOfTheNoThatComesFirst() {
        Engine engine = bench.engine();
        breakDown(EnumSet.of(Step.RECEIPT));
        assertThat(engine.erasure().erase(ADMIN)).isEqualTo(EraseOutcome.Done.DONE);
        assertSilentAfterARestart();
    }

    /** The last receipt says yes and the installation nothing: that is a conflict, and so a no. */
    @Test
    void saysNoWhereNeitherTheNoNorTheEndOfTheReceiptsCouldBeStored() {
        Engine engine = bench.engine();
        breakDown(EnumSet.of(Step.RECEIPT, Step.RETIRING));
        assertThat(engine.erasure().erase(ADMIN)).isInstanceOf(EraseOutcome.NotDone.class);
        assertThat(bench.store.history())
                .last()
                .satisfies(last -> assertThat(last.state()).isEqualTo(ConsentState.GRANTED));
        assertSilentAfterARestart();
        assertForgottenAtLast();
    }

    @Test
    void deletesNothingWhereNotEvenANoCanBeSaved() {
        Engine engine = bench.engine();
        breakDown(EnumSet.of(Step.RECEIPT, Step.IDENTITY));
        assertThat(engine.erasure().erase(ADMIN))
                .isInstanceOfSatisfying(
                        EraseOutcome.NotDone.class,
                        notDone -> assertThat(notDone.why()).startsWith("nothing was deleted, because not even a no"));
        assertThat(bench.store.stored().id()).isPresent();
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
    }

    private void breakDown(Set<Step> steps) {
        bench.store.ledgerWritesFail = steps.contains(Step.RECEIPT);
        bench.outbox.erasingFails = steps.contains(Step.RECORDS);
        bench.store.updatesFail = steps.contains(Step.IDENTITY);
        bench.store.retiringFails = steps.contains(Step.RETIRING);
        bench.store.forgettingFails = steps.contains(Step.FORGETTING);
    }

    private void assertSilentAfterARestart() {
        bench.sink.answers(ScriptedSink.DELIVERED);
        int handedOver = bench.sink.records(Layer.DETAILED).size();
        Engine restarted = bench.running();
        restarted.telemetry().track(TIMER_STARTED, UserId.of(42));
        settled(restarted);
        assertThat(bench.sink.records(Layer.DETAILED)).hasSize(handedOver);
        assertThat(restarted.consent().current().isEffective()).isFalse();
        assertThat(restarted.telemetry().isDetailedAnalyticsEnabled()).isFalse();
        assertThat(bench.outbox.contents().detailed()).isZero();
    }

    private void assertForgottenAtLast() {
        breakDown(EnumSet.noneOf(Step.class));
        Engine again = bench.engine();
        assertThat(again.erasure().erase(ADMIN)).isEqualTo(EraseOutcome.Done.DONE);
        Installation left = bench.store.stored();
        assertThat(left.id()).isEmpty();
        assertThat(left.salt()).isEmpty();
        assertThat(left.preference()).isEqualTo(StoredPreference.UNSET);
        assertThat(bench.store.history()).isEmpty();
        assertThat(bench.store.retired()).isEmpty();
        assertThat(bench.outbox.contents().base() + bench.outbox.contents().detailed())
                .isZero();
        assertThat(bench.outbox.sent(10)).isEmpty();
        assertSilentAfterARestart();
    }
}
