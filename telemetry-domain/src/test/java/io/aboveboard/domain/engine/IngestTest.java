package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Admission.Dropped;
import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes from other processes is recorded by the same rules, and durable when the call returns. */
@Proves(Promise.P1)
class IngestTest {
    private static final Admission TAKEN = Admission.Taken.TAKEN;

    private final Bench bench = new Bench();

    @Test
    @Fault("H7")
    void judgesEachAndStoresTheValidOnesBeforeItReturns() {
        Engine engine = bench.granted();
        assertThat(engine.ingest()
                        .record(List.of(
                                arrival(null, "timer.started"),
                                arrival(null, "telemetry.install"),
                                arrival(null, "not a name"),
                                arrival(null, "timer.stopped"))))
                .containsExactly(
                        TAKEN, new Dropped(DropReason.RESERVED_NAME), new Dropped(DropReason.INVALID_NAME), TAKEN);
        assertThat(bench.outbox.contents().detailed()).isEqualTo(2);
        settled(engine);
        assertThat(bench.sink.names()).endsWith("timer.started", "timer.stopped");
        assertNothingLost(engine);
    }

    @Test
    @Fault("H7")
    void storesAnEventOnceThatItsSenderSendsAgain() {
        Engine engine = bench.granted();
        List<Arrival> same = List.of(arrival("a-1", "timer.started"), arrival("a-1", "timer.started"));
        assertThat(engine.ingest().record(same)).containsExactly(TAKEN, TAKEN);
        assertThat(engine.ingest().record(same)).containsExactly(TAKEN, TAKEN);
        assertThat(bench.outbox.contents().detailed()).isEqualTo(1);
        settled(engine);
        assertThat(engine.ingest().record(same)).containsExactly(TAKEN, TAKEN);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    void keepsTheTimeAtWhichItHappened() {
        Engine engine = bench.granted();
        Instant at = bench.time.instant().minusSeconds(60);
        engine.ingest().record(List.of(new Arrival(null, "timer.started", UserId.of(4), at, Map.of("n", 1L), null)));
        settled(engine);
        assertThat(bench.sink.records("timer.started"))
                .singleElement()
                .satisfies(record -> assertThat(record.occurredAt()).isEqualTo(at))
                .satisfies(record -> assertThat(record.attributes()).containsKey("n"));
    }

    @Test
    @Fault("H9")
    void refusesAllWithoutAYesAndKeepsNothing() {
        Engine engine = bench.running();
        assertThat(engine.ingest().record(List.of(arrival(null, "timer.started"), arrival("x", "timer.started"))))
                .containsExactly(new Dropped(DropReason.NO_CONSENT), new Dropped(DropReason.NO_CONSENT));
        assertThat(bench.outbox.contents().detailed()).isZero();
        engine.consent().grant(ADMIN);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P7)
    @Fault("D7")
    void saysWhatCouldNotBeStored() {
        Engine engine = bench.granted();
        bench.outbox.appendsFail = true;
        assertThat(engine.ingest().record(List.of(arrival(null, "timer.started"))))
                .containsExactly(new Dropped(DropReason.STORAGE_FAILED));
        assertThat(engine.transparency().status().warnings())
                .containsExactly("events were not stored: outbox: disk full");
        bench.outbox.appendsFail = false;
        assertThat(engine.ingest().record(List.of(arrival(null, "timer.started"))))
                .containsExactly(TAKEN);
        assertThat(engine.transparency().status().warnings()).isEmpty();
        assertNothingLost(engine);
    }

    @Test
    void takesNothingForAnswerWhereNothingCame() {
        assertThat(bench.granted().ingest().record(List.of())).isEmpty();
    }

    private static Arrival arrival(@Nullable String clientId, String name) {
        return new Arrival(clientId, name, UserId.of(1), null, null, null);
    }
}
