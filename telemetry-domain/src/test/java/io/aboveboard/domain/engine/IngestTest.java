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
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes from other processes is recorded by the same rules, and durable when the call returns. */
@Proves(Promise.P1)
class IngestTest {
    private static final Admission TAKEN = Admission.Taken.TAKEN;
    private static final Admission LATE = new Dropped(DropReason.INVALID_TIMESTAMP);

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
    @Fault("H7")
    @Proves(Promise.P8)
    void refusesAtOnceWhatCouldNeverArrive() {
        Engine engine = bench.granted();
        Instant now = bench.time.instant();
        Duration maxAge = Duration.ofDays(6);
        assertThat(engine.ingest()
                        .record(List.of(
                                at(now.minus(maxAge)),
                                at(now.minus(maxAge).minusMillis(1)),
                                at(now.plusSeconds(600)),
                                at(now.plusSeconds(601)),
                                at(Instant.parse("2263-01-01T00:00:00Z")),
                                at(Instant.MAX),
                                at(Instant.MIN))))
                .containsExactly(TAKEN, LATE, TAKEN, LATE, LATE, LATE, LATE);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(2);
        assertThat(engine.transparency().status().counts().dropped())
                .isEqualTo(Map.of(DropReason.INVALID_TIMESTAMP, 5L));
        assertNothingLost(engine);
    }

    private static Arrival at(Instant at) {
        return new Arrival(null, "timer.started", UserId.of(1), at, null, null);
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

    private static Stream<Arguments> unusable() {
        return Stream.of(
                refused("no event at all", null, DropReason.INVALID_CALL),
                refused("no name", new Arrival(null, null, null, null, null, null), DropReason.INVALID_NAME),
                refused("an empty name", arrival(null, ""), DropReason.INVALID_NAME),
                refused("an over-long name", arrival(null, "a".repeat(257)), DropReason.INVALID_NAME),
                refused("a name with a break", arrival(null, "a\nb"), DropReason.INVALID_NAME),
                refused("a reserved name", arrival(null, "Base_Telemetry.x"), DropReason.RESERVED_NAME),
                refused("properties that throw", with(new ThrowingMap()), DropReason.INVALID_CALL));
    }

    private static Arguments refused(String what, @Nullable Arrival arrival, DropReason why) {
        return () -> new @Nullable Object[] {what, arrival, why};
    }

    /** As a client in another language may send them: recorded without what no event can carry. */
    private static Stream<Arrival> odd() {
        Map<String, Object> wrong = new HashMap<>();
        wrong.put("none", null);
        wrong.put("nested", Map.of("deep", List.of(new Object())));
        wrong.put("odd", new Object());
        wrong.put("not a number", Double.NaN);
        wrong.put("k".repeat(100_000), "v".repeat(1_000_000));
        Map<Object, Object> untyped = new HashMap<>(Map.of(7, 7, 'c', 'c'));
        untyped.put(null, null);
        @SuppressWarnings("unchecked")
        Map<String, Object> erased = (Map<String, Object>) (Map<?, ?>) untyped;
        return Stream.of(
                with(wrong),
                with(erased),
                arrival("", "timer.started"),
                arrival("c".repeat(1_000_000), "timer.started"),
                new Arrival(null, "timer.started", null, Instant.MIN.plusSeconds(1), null, null),
                new Arrival(null, "timer.started", null, Instant.MAX, null, null));
    }

    private static Arrival with(Map<String, ?> properties) {
        return new Arrival(null, "timer.started", UserId.of(1), null, properties, null);
    }

    /** As a lazy map of a host may. */
    private static final class ThrowingMap extends AbstractMap<String, Object> {
        @Override
        public Set<Entry<String, Object>> entrySet() {
            throw new StackOverflowError("the caller's own");
        }
    }

    @ParameterizedTest
    @MethodSource("unusable")
    @Proves({Promise.P7, Promise.P8})
    void refusesWhatIsNoEventAndTakesItsNeighbours(String what, @Nullable Arrival arrival, DropReason why) {
        Engine engine = bench.granted();
        List<@Nullable Arrival> arrivals = new ArrayList<>();
        arrivals.add(arrival(null, "timer.started"));
        arrivals.add(arrival);
        arrivals.add(arrival(null, "timer.stopped"));
        assertThat(engine.ingest().record(arrivals)).as(what).containsExactly(TAKEN, new Dropped(why), TAKEN);
        settled(engine);
        assertThat(bench.sink.names()).endsWith("timer.started", "timer.stopped");
        assertNothingLost(engine);
    }

    @ParameterizedTest
    @MethodSource("odd")
    @Proves({Promise.P7, Promise.P8})
    void answersForWhateverAnEventHolds(Arrival arrival) {
        Engine engine = bench.granted();
        assertThat(engine.ingest().record(List.of(arrival))).hasSize(1);
        settled(engine);
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P7)
    void takesNoListForNoEvents() {
        assertThat(bench.granted().ingest().record(null)).isEmpty();
        assertThat(new Bench().running().ingest().record(null)).isEmpty();
    }

    @Test
    void takesNothingForAnswerWhereNothingCame() {
        assertThat(bench.granted().ingest().record(List.of())).isEmpty();
    }

    private static Arrival arrival(@Nullable String clientId, String name) {
        return new Arrival(clientId, name, UserId.of(1), null, null, null);
    }
}
