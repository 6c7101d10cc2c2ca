package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.PROJECT;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.Surface;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A yes covers what was asked. */
class SchemaTest {
    private static final Event TIMER_PAUSED = Event.named("timer.paused");
    private static final EventSchema SECOND =
            EventSchema.version(2).since(2, TIMER_PAUSED).since(2, TIMER_STARTED, PROJECT);

    private final Bench bench = new Bench();

    @Test
    @Proves(Promise.P15)
    @Fault("E8")
    void withholdsAnEventThatCameAfterTheYes() {
        Engine engine = grantedThenExtended();
        engine.telemetry().track(TIMER_PAUSED, UserId.none());
        engine.telemetry().track("timer.paused", UserId.none(), Map.of());
        engine.telemetry().track(TIMER_STARTED, UserId.none());
        settled(engine);
        assertThat(bench.sink.records("timer.paused")).isEmpty();
        assertThat(bench.sink.records("timer.started")).hasSize(1);
        assertThat(Bench.dropped(engine, DropReason.NOT_ACCEPTED)).isEqualTo(2);
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P15)
    @Fault("E8")
    void withholdsAFieldThatCameAfterTheYes() {
        Engine engine = grantedThenExtended();
        engine.telemetry().track(TIMER_STARTED, UserId.none(), properties -> properties.put(PROJECT, 7L));
        engine.telemetry().track("timer.started", UserId.none(), Map.of(PROJECT.name(), 7, "kind", "x"));
        settled(engine);
        assertThat(bench.sink.records("timer.started"))
                .hasSize(2)
                .noneMatch(record -> record.attributes().containsKey(PROJECT.name()))
                .anyMatch(record -> record.attributes().containsKey("kind"));
        assertThat(bench.heard.lost).containsEntry(PropertyLoss.NOT_ACCEPTED, 2L);
    }

    @Test
    @Proves(Promise.P15)
    void saysThatMoreIsAskedForAndSendsItOnceItIsAccepted() {
        Engine engine = grantedThenExtended();
        assertThat(engine.consent().current().remark())
                .contains("covers version 1", "version 2 is withheld until somebody says yes again");
        DecisionOutcome again = engine.consent().grant(ADMIN);
        assertThat(((DecisionOutcome.Recorded) again).receipt().terms().schemaVersion())
                .isEqualTo("2");
        assertThat(engine.consent().current().remark()).isEmpty();
        engine.telemetry().track(TIMER_PAUSED, UserId.none());
        settled(engine);
        assertThat(bench.sink.records("timer.paused")).hasSize(1);
    }

    @Test
    @Proves(Promise.P15)
    @Fault("E4")
    void takesNothingBackOfWhatWasRecordedUnderTheNarrowerYes() {
        Engine engine = grantedThenExtended();
        engine.telemetry().track(TIMER_STARTED, UserId.none());
        engine.store();
        engine.telemetry().track(TIMER_STARTED, UserId.none());
        engine.consent().grant(ADMIN);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(2);
        assertNothingLost(engine);
    }

    @Test
    @Fault("E4")
    void takesNothingBackOfWhatWasRecordedUnderAYesOfTheEnvironment() {
        bench.switches = new Switches(Switches.Silence.NONE, Switches.DetailedAnswer.YES_IF_UNDECIDED);
        Engine engine = bench.running();
        engine.telemetry().track(TIMER_STARTED, UserId.none());
        engine.store();
        engine.consent().grant(new Actor(Surface.CLI, ""));
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    void asksForNothingWhereAnOlderVersionOfTheProgramCameBack() {
        bench.schema = SECOND;
        bench.granted().close();
        bench.schema = EventSchema.version(1);
        Engine engine = bench.running();
        assertThat(engine.consent().current().remark()).isEmpty();
        engine.consent().grant(ADMIN);
        assertThat(engine.consent().history()).hasSize(1);
    }

    private Engine grantedThenExtended() {
        bench.granted().close();
        bench.schema = SECOND;
        return bench.running();
    }
}
