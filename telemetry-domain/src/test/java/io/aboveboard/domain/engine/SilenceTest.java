package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.BaseOutcome;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.consent.Switches.DetailedAnswer;
import io.aboveboard.domain.consent.Switches.Silence;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Proves(Promise.P5)
class SilenceTest {
    private static final UserId USER = UserId.of(42);

    private final LibraryThreads threads = new LibraryThreads();
    private final Bench bench = new Bench();
    private final List<String> touched = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void touchesNothingUnderAKillSwitch(Silence silence) {
        bench.switches = new Switches(silence, DetailedAnswer.YES_IF_UNDECIDED);
        assertSilent(DropReason.SWITCHED_OFF, RefusalReason.valueOf(silence.name()));
    }

    @Test
    void touchesNothingWithoutASink() {
        bench.configuredSink = TelemetrySink.none();
        assertSilent(DropReason.NO_SINK, RefusalReason.NO_SINK);
    }

    @Test
    void touchesNothingUnderAKillSwitchThoughThereIsAYes() {
        bench.granted().close();
        int updates = bench.store.updates.get();
        int batches = bench.sink.batches().size();
        bench.switches = new Switches(Silence.DO_NOT_TRACK, DetailedAnswer.UNSET);
        Engine engine = bench.engine();
        engine.start();
        assertThat(engine.telemetry().track(TIMER_STARTED, USER))
                .isEqualTo(new Admission.Dropped(DropReason.SWITCHED_OFF));
        engine.close();
        assertThat(bench.store.updates).hasValue(updates);
        assertThat(bench.sink.batches()).hasSize(batches);
    }

    @Test
    void doesNotEvenBuildTheValuesOfAnEvent() {
        bench.switches = new Switches(Silence.DO_NOT_TRACK, DetailedAnswer.UNSET);
        Engine engine = bench.engine();
        engine.telemetry().track(TIMER_STARTED, USER, writer -> touched.add("lambda"));
        assertThat(touched).isEmpty();
    }

    @Test
    void takesNoYesUnderAKillSwitchButANo() {
        bench.switches = new Switches(Silence.DO_NOT_TRACK, DetailedAnswer.UNSET);
        Engine engine = bench.engine();
        assertThat(engine.consent().grant(ADMIN))
                .isEqualTo(new DecisionOutcome.NotTaken("DO_NOT_TRACK is set; remove it first"));
        assertThat(engine.consent().history()).isEmpty();
        assertThat(engine.consent().withdraw(ADMIN)).isInstanceOf(DecisionOutcome.Recorded.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = DetailedAnswer.class,
            names = {"NEVER", "LAYERS_BASE"})
    void refusesDetailsAtOnceWhereTheyAreNeverAllowed(DetailedAnswer never) {
        bench.switches = new Switches(Silence.NONE, never);
        assertThat(bench.engine().telemetry().track(TIMER_STARTED, USER))
                .isEqualTo(new Admission.Dropped(DropReason.SWITCHED_OFF));
    }

    private void assertSilent(DropReason reason, RefusalReason rule) {
        bench.mirror = new SilentMirror(touched);
        Engine engine = bench.engine();
        engine.start();
        assertThat(engine.telemetry().track(TIMER_STARTED, USER, writer -> touched.add("lambda")))
                .isEqualTo(new Admission.Dropped(reason));
        assertThat(engine.base().sendFirstSeen()).isEqualTo(new BaseOutcome.Refused(rule));
        assertThat(engine.base().sendHeartbeat()).isEqualTo(new BaseOutcome.Refused(rule));
        assertThat(engine.transparency().preview().records()).isEmpty();
        assertThat(engine.transparency().preview().remarks()).containsExactly(rule.explanation());
        assertThat(engine.transparency().status().installId()).isNull();
        assertThat(engine.transparency().status().nextBeatAt()).isNull();
        assertThat(engine.transparency().status().baseRefusal()).isEqualTo(rule);
        assertThat(engine.flush(Duration.ZERO)).isEqualTo(FlushOutcome.Drained.DRAINED);
        assertThat(threads.started()).isEmpty();
        assertNothingLost(engine);
        engine.close();
        assertThat(touched).isEmpty();
        assertThat(bench.store.updates).hasValue(0);
        assertThat(bench.sink.batches()).isEmpty();
        assertThat(bench.schedules).isEmpty();
    }
}
