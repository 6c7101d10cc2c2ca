package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.PROJECT;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.event.PropertyWriter;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a caller hands in: nothing is thrown back, and everything is counted. */
@Proves({Promise.P7, Promise.P8})
class IntakeTest {
    private static final UserId USER = UserId.of(42);

    private final Bench bench = new Bench();
    private final Engine engine = bench.granted();

    @AfterEach
    void everythingIsCounted() {
        settled(engine);
        assertNothingLost(engine);
    }

    @Test
    @SuppressWarnings("NullAway")
    void dropsACallWithoutAnEventOrWithoutValues() {
        Event none = null;
        Consumer<PropertyWriter> nothing = null;
        assertThat(engine.telemetry().track(none, USER)).isEqualTo(dropped(DropReason.INVALID_CALL));
        assertThat(engine.telemetry().track(none, USER, p -> {})).isEqualTo(dropped(DropReason.INVALID_CALL));
        assertThat(engine.telemetry().track(TIMER_STARTED, USER, nothing)).isEqualTo(dropped(DropReason.INVALID_CALL));
        assertThat(Bench.dropped(engine, DropReason.INVALID_CALL)).isEqualTo(3);
        assertThat(bench.heard.dropped).containsEntry(DropReason.INVALID_CALL, 3L);
    }

    @Test
    void takesNobodyAndNoContextForGranted() {
        assertThat(engine.telemetry().track(TIMER_STARTED, null)).isEqualTo(Admission.Taken.TAKEN);
        assertThat(engine.telemetry().track("a.b", null, null)).isEqualTo(Admission.Taken.TAKEN);
        assertThat(engine.telemetry().track("a.b", null, null, null)).isEqualTo(Admission.Taken.TAKEN);
        assertThat(engine.telemetry().trackPageView(null, null)).isEqualTo(Admission.Taken.TAKEN);
        assertThat(engine.telemetry().identify(null, null)).isEqualTo(Admission.Taken.TAKEN);
        settled(engine);
        String id = bench.store.stored().id().orElseThrow().toString();
        assertThat(bench.sink.records("a.b"))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record.identity()).isEqualTo(id));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, INVALID_NAME",
                "'', INVALID_NAME",
                "1a, INVALID_NAME",
                "a b, INVALID_NAME",
                "telemetry.install, RESERVED_NAME",
                "Base_Telemetry.first_seen, RESERVED_NAME",
                "$pageview, RESERVED_NAME",
                "analytics.identify, RESERVED_NAME"
            })
    @Proves(Promise.P12)
    void dropsANameThatIsRefused(@Nullable String name, DropReason reason) {
        assertThat(engine.telemetry().track(name, USER, Map.of())).isEqualTo(dropped(reason));
        assertThat(engine.telemetry().track(name, USER, null, RequestContext.none()))
                .isEqualTo(dropped(reason));
        assertThat(Bench.dropped(engine, reason)).isEqualTo(2);
    }

    @Test
    void dropsANameThatIsOverLong() {
        assertThat(engine.telemetry().track("a".repeat(257), USER, Map.of()))
                .isEqualTo(dropped(DropReason.INVALID_NAME));
    }

    static List<Consumer<PropertyWriter>> throwing() {
        return List.of(
                writer -> {
                    throw new IllegalStateException("canary");
                },
                writer -> {
                    throw new StackOverflowError();
                },
                writer -> {
                    throw new AssertionError("canary");
                },
                writer -> {
                    throw new NoClassDefFoundError("canary");
                },
                writer -> sneak(new Exception("canary")));
    }

    @ParameterizedTest
    @MethodSource("throwing")
    void dropsAnEventWhoseLambdaThrows(Consumer<PropertyWriter> lambda) {
        assertThat(engine.telemetry().track(TIMER_STARTED, USER, lambda)).isEqualTo(dropped(DropReason.INVALID_CALL));
    }

    static List<Map<String, Object>> hostile() {
        return List.of(
                new HostileMap(1, () -> {
                    throw new ConcurrentModificationException();
                }),
                new HostileMap(-1, List.<Map.Entry<String, Object>>of()),
                new HostileMap(1, () -> {
                    throw new StackOverflowError();
                }),
                new HostileMap(
                        1, () -> new ArrayList<Map.Entry<String, Object>>(Collections.singletonList(null)).iterator()));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void dropsAnEventWhoseMapCannotBeRead(Map<String, Object> hostile) {
        assertThat(engine.telemetry().track("a.b", USER, hostile)).isEqualTo(dropped(DropReason.INVALID_CALL));
        assertThat(engine.telemetry().identify(USER, hostile)).isEqualTo(dropped(DropReason.INVALID_CALL));
    }

    @Test
    @Proves(Promise.P16)
    void readsNoMoreOfAnEndlessMapThanAnEventMayHold() {
        Map<String, Object> endless = new HostileMap(Integer.MAX_VALUE, EndlessEntries::new);
        assertThat(engine.telemetry().track("a.b", USER, endless)).isEqualTo(Admission.Taken.TAKEN);
        settled(engine);
        assertThat(bench.sink.records("a.b").get(0).attributes())
                .containsKey("key_63")
                .doesNotContainKey("key_64");
        assertThat(bench.heard.lost).containsEntry(PropertyLoss.OVER_LIMIT, Integer.MAX_VALUE - 64L);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes", "NullAway"})
    void countsKeysAndValuesOfTheWrongType() {
        Map odd = new HashMap();
        odd.put(7, "seven");
        odd.put(null, "nothing");
        odd.put("list", List.of(1));
        odd.put("nothing", null);
        odd.put("good", 1);
        assertThat(engine.telemetry().track("a.b", USER, odd)).isEqualTo(Admission.Taken.TAKEN);
        settled(engine);
        assertThat(bench.sink.records("a.b").get(0).attributes())
                .containsKey("good")
                .doesNotContainKey("list");
        assertThat(bench.heard.lost)
                .containsEntry(PropertyLoss.MALFORMED_KEY, 2L)
                .containsEntry(PropertyLoss.UNSUPPORTED_VALUE, 2L);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes", "NullAway"})
    void countsWhatADeclaredEventDoesNotDeclareOrCannotHold() {
        PropertyKey raw = PROJECT;
        engine.telemetry()
                .track(
                        TIMER_STARTED,
                        USER,
                        p -> p.put(PropertyKey.ofLong("undeclared"), 1L)
                                .put(PropertyKey.ofString("project_id"), "other type"));
        engine.telemetry().track(TIMER_STARTED, USER, p -> p.put(PROJECT, null));
        engine.telemetry().track(TIMER_STARTED, USER, p -> p.put(raw, "not a number"));
        engine.telemetry().track(TIMER_STARTED, USER, p -> p.put(PROJECT, 1L).put(PROJECT, 2L));
        settled(engine);
        assertThat(bench.sink.records("timer.started"))
                .hasSize(4)
                .filteredOn(record -> record.attributes().containsKey("project_id"))
                .singleElement()
                .satisfies(record ->
                        assertThat(record.attributes().get("project_id")).hasToString("Whole[value=1]"));
        assertThat(bench.heard.lost)
                .containsEntry(PropertyLoss.UNDECLARED, 2L)
                .containsEntry(PropertyLoss.UNSUPPORTED_VALUE, 2L)
                .containsEntry(PropertyLoss.DUPLICATE, 1L);
    }

    @Test
    void recordsNothingThatIsWrittenAfterTheCall() {
        List<PropertyWriter> kept = new ArrayList<>();
        engine.telemetry().track(TIMER_STARTED, USER, kept::add);
        kept.get(0).put(PROJECT, 1L);
        settled(engine);
        assertThat(bench.sink.records("timer.started").get(0).attributes()).doesNotContainKey("project_id");
    }

    @Test
    void recordsWhatAMapHoldsThatSaysItHoldsLess() {
        Map<String, Object> modest = new HostileMap(
                1,
                () -> List.<Map.Entry<String, Object>>of(Map.entry("a", 1), Map.entry("b", 2))
                        .iterator());
        engine.telemetry().track("a.b", USER, modest);
        settled(engine);
        assertThat(bench.sink.records("a.b").get(0).attributes()).containsKeys("a", "b");
    }

    private static Admission dropped(DropReason reason) {
        return new Admission.Dropped(reason);
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** Claims a size and hands out whatever iterator it is told to. */
    private static final class HostileMap extends AbstractMap<String, Object> {
        private final int size;
        private final Iterable<Map.Entry<String, Object>> entries;

        HostileMap(int size, Iterable<Map.Entry<String, Object>> entries) {
            this.size = size;
            this.entries = entries;
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return new AbstractSet<>() {
                @Override
                public Iterator<Map.Entry<String, Object>> iterator() {
                    return entries.iterator();
                }

                @Override
                public int size() {
                    return size;
                }
            };
        }
    }

    private static final class EndlessEntries implements Iterator<Map.Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Map.Entry<String, Object> next() {
            return Map.entry("key_" + next, next++);
        }
    }
}
