package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.dropped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.DeliveryState.Phase;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When it is tried again, and when not yet. */
@Proves(Promise.P8)
class DeliveryRetryTest {
    private final Bench bench = new Bench();
    private final Engine engine = bench.granted();
    private final int before = bench.sink.batches().size();

    @AfterEach
    void everythingIsCounted() {
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P9)
    void keepsABatchThatMayBeSentAgainAndResendsTheSameBytes() {
        record(2);
        bench.sink.answers(Verdict.Retry.because("503"));
        Duration pause = engine.deliver();
        assertThat(pause).isBetween(Duration.ofMillis(1), Duration.ofSeconds(1));
        assertThat(state())
                .isEqualTo(new DeliveryState(
                        Phase.RETRYING,
                        "503",
                        bench.time.instant(),
                        bench.time.instant().plus(pause)));
        assertThat(engine.deliver()).isEqualTo(pause);
        assertThat(batches()).hasSize(1);
        bench.time.pass(pause);
        bench.sink.answers(ScriptedSink.DELIVERED);
        engine.deliver();
        assertThat(batches().get(1)).isEqualTo(batches().get(0));
        assertThat(state().phase()).isEqualTo(Phase.OK);
        assertThat(warnings()).isEmpty();
    }

    @Test
    @Fault("C12")
    void triesAtABoundedRateAndWarnsOnceAnHourWhileNobodyAnswers() {
        record(1);
        bench.sink.answers(Verdict.Retry.because("connection refused"));
        for (Duration waited = Duration.ZERO; waited.compareTo(Duration.ofHours(10)) < 0; ) {
            Duration pause = engine.deliver();
            bench.time.pass(pause);
            waited = waited.plus(pause);
        }
        assertThat(batches()).hasSizeBetween(60, 250);
        assertThat(bench.heard.warnings())
                .hasSizeBetween(9, 11)
                .startsWith("not delivered, will be tried again: connection refused")
                .element(1, STRING)
                .matches("not delivered, will be tried again: connection refused \\(\\d+ attempts in 6\\d minutes\\)");
        bench.sink.answers(ScriptedSink.DELIVERED);
        engine.deliver();
        assertThat(engine.transparency().status().counts().pending()).isZero();
    }

    @Test
    @Fault("C8")
    @Proves(Promise.P9)
    void neverStopsTryingWhileRecordsAreYoungEnough() {
        record(1);
        bench.sink.answers(Verdict.Retry.because("503"));
        Duration longest = Duration.ZERO;
        for (Duration waited = Duration.ZERO; waited.compareTo(Duration.ofDays(5)) < 0; ) {
            Duration pause = engine.deliver();
            longest = pause.compareTo(longest) > 0 ? pause : longest;
            bench.time.pass(pause);
            waited = waited.plus(pause);
        }
        assertThat(batches()).hasSizeGreaterThan(5 * 24);
        assertThat(batches().stream().map(Batch::records).distinct()).hasSize(1);
        assertThat(longest).isLessThanOrEqualTo(Duration.ofHours(1));
        bench.sink.answers(ScriptedSink.DELIVERED);
        engine.deliver();
        assertThat(bench.sink.records("timer.started")).isNotEmpty();
        assertThat(engine.transparency().status().counts().pending()).isZero();
        assertThat(dropped(engine, DropReason.EXPIRED)).isZero();
    }

    @Test
    void leavesAReceiverAloneForAsLongAsItAsks() {
        record(1);
        bench.sink.answers(new Verdict.Retry("429", Duration.ofMinutes(2)));
        assertThat(engine.deliver()).isEqualTo(Duration.ofMinutes(2));
        bench.time.pass(Duration.ofSeconds(119));
        assertThat(engine.deliver()).isEqualTo(Duration.ofSeconds(1));
        assertThat(batches()).hasSize(1);
        bench.time.pass(Duration.ofSeconds(1));
        engine.deliver();
        assertThat(batches()).hasSize(2);
    }

    @Test
    void leavesAReceiverAloneForAnHourAtMost() {
        record(1);
        bench.sink.answers(new Verdict.Retry("429", Duration.ofSeconds(1_000_000_000_000L)));
        assertThat(engine.deliver()).isEqualTo(Duration.ofHours(1));
        assertThat(state().phase()).isEqualTo(Phase.RETRYING);
    }

    @Test
    void isNotMovedByAWallClockThatIsSet() {
        record(1);
        bench.sink.answers(new Verdict.Retry("429", Duration.ofMinutes(2)));
        engine.deliver();
        bench.time.set("2031-01-01T00:00:00Z");
        assertThat(engine.deliver()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    @Fault("C5")
    void parksWhatIsPointlessToRepeatAndProbesEachHourWithOneRecord() {
        record(3);
        bench.sink.answers(new Verdict.Parked("401", "check the token"));
        assertThat(engine.deliver()).isEqualTo(Duration.ofHours(1));
        assertThat(state())
                .isEqualTo(new DeliveryState(
                        Phase.PARKED,
                        "401; check the token",
                        bench.time.instant(),
                        bench.time.instant().plus(Duration.ofHours(1))));
        assertThat(warnings()).containsExactly("401; check the token");
        bench.time.pass(Duration.ofMinutes(59));
        assertThat(engine.deliver()).isEqualTo(Duration.ofMinutes(1));
        bench.time.pass(Duration.ofMinutes(1));
        engine.deliver();
        assertThat(batches()).extracting(batch -> batch.records().size()).containsExactly(3, 1);
        bench.sink.answers(ScriptedSink.DELIVERED);
        bench.time.pass(Duration.ofHours(1));
        engine.deliver();
        engine.deliver();
        assertThat(batches()).extracting(batch -> batch.records().size()).containsExactly(3, 1, 1, 2);
        assertThat(engine.transparency().status().counts().pending()).isZero();
    }

    @Test
    void triesAtOnceWhenAskedTo() {
        record(2);
        bench.sink.answers(new Verdict.Parked("401", "check the token"));
        assertThat(engine.flush(Duration.ZERO)).isEqualTo(new FlushOutcome.StillPending(2, "401; check the token"));
        bench.sink.answers(ScriptedSink.DELIVERED);
        assertThat(engine.flush(Duration.ZERO)).isEqualTo(FlushOutcome.Drained.DRAINED);
    }

    private void record(int events) {
        for (int user = 0; user < events; user++) {
            engine.telemetry().track(TIMER_STARTED, UserId.of(user));
        }
        engine.store();
    }

    private List<Batch> batches() {
        List<Batch> all = bench.sink.batches();
        return all.subList(before, all.size());
    }

    private DeliveryState state() {
        return engine.transparency().status().delivery();
    }

    private List<String> warnings() {
        return engine.transparency().status().warnings();
    }
}
