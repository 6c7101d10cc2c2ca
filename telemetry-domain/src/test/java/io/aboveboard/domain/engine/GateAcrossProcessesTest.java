package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two engines on one installation, as two processes are, and the gate that both pass. */
@Proves(Promise.P2)
class GateAcrossProcessesTest {
    private static final String OTHERS =
            "another process may still send what it has in hand: gate.lock: held by process 7 for 5 s";

    private final Bench bench = new Bench();

    @Test
    void isHeldFromTheLookToTheHandOverAndNotWhileTheAnswerIsAwaited() {
        Engine engine = bench.granted();
        List<Boolean> atHandOver = new ArrayList<>();
        List<Boolean> whileAwaited = new ArrayList<>();
        bench.sink.delivers(batch -> {
            atHandOver.add(bench.store.gate().isHeld());
            return () -> {
                whileAwaited.add(bench.store.gate().isHeld());
                return Answer.of(ScriptedSink.DELIVERED);
            };
        });
        track(engine);
        settled(engine);
        assertThat(atHandOver).containsExactly(true);
        assertThat(whileAwaited).containsExactly(false);
    }

    @Test
    void stopsTheOtherProcessTheMomentAWithdrawalReturns() {
        Engine running = bench.granted();
        track(running);
        running.store();
        track(running);
        Engine command = bench.engine();
        command.consent().withdraw(ADMIN);
        assertThat(bench.outbox.contents().detailed()).isZero();
        settled(running);
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertThat(Bench.dropped(running, DropReason.WITHDRAWN)).isEqualTo(1);
        assertThat(Bench.dropped(running, DropReason.NO_CONSENT)).isEqualTo(1);
        assertNothingLost(running);
    }

    @Test
    void putsANoInForceThoughTheOthersCannotBeKeptOutAndSaysSo() {
        Engine engine = bench.granted();
        track(engine);
        engine.store();
        bench.store.gate().stuck = true;
        assertThat(engine.consent().withdraw(ADMIN))
                .isInstanceOfSatisfying(DecisionOutcome.Recorded.class, recorded -> {
                    assertThat(recorded.warnings()).containsExactly(OTHERS);
                    assertThat(recorded.isWhole()).isFalse();
                });
        assertThat(bench.outbox.contents().detailed()).isZero();
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
    }

    @Test
    void saysSoOfANoThatCouldNotBeStoredEither() {
        Engine engine = bench.granted();
        bench.store.gate().stuck = true;
        bench.store.ledgerWritesFail = true;
        assertThat(engine.consent().withdraw(ADMIN))
                .isEqualTo(new DecisionOutcome.InForceUnsaved("receipts: disk full; " + OTHERS, true));
    }

    @Test
    void takesNoYesWhileTheOthersCannotBeKeptOut() {
        Engine engine = bench.running();
        bench.store.gate().stuck = true;
        assertThat(engine.consent().grant(ADMIN))
                .isEqualTo(new DecisionOutcome.NotTaken(
                        "the yes could not be stored, so it counts as no: gate.lock: held by process 7 for 5 s"));
        bench.store.gate().stuck = false;
        assertThat(engine.consent().history()).isEmpty();
    }

    @Test
    void keepsEventsInMemoryAndRecordsOnDiskUntilTheGateCanBePassed() {
        Engine engine = bench.granted();
        track(engine);
        engine.store();
        bench.store.gate().stuck = true;
        track(engine);
        assertThat(engine.store()).isZero();
        Duration pause = engine.deliver();
        assertThat(pause).isPositive();
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertThat(engine.transparency().status().counts().pending()).isEqualTo(2);
        bench.store.gate().stuck = false;
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(2);
        assertNothingLost(engine);
    }

    private static void track(Engine engine) {
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
    }
}
