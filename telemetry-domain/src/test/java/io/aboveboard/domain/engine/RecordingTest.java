package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.PROJECT;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.dropped;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.event.PropertyValue;
import io.aboveboard.domain.event.PropertyValue.Text;
import io.aboveboard.domain.event.PropertyValue.Whole;
import io.aboveboard.domain.event.PropertyWriter;
import io.aboveboard.domain.event.RequestContext;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.TelemetryRecord;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final UserId USER = UserId.of(42);

    private final Bench bench = new Bench();
    private final Engine engine = bench.granted();

    @Test
    @Proves(Promise.P14)
    void carriesExactlyItsPropertiesAndTheCommonPartInOrder() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("z_last.key", 7);
        properties.put("a-first", "text");
        engine.telemetry()
                .track("report.printed", USER, properties, new RequestContext("/r?q=1", "Firefox", "desktop", "Linux"));
        settled(engine);
        TelemetryRecord record = bench.sink.records("report.printed").get(0);
        Map<String, PropertyValue> expected = new LinkedHashMap<>();
        expected.put("z_last_key", new Whole(7));
        expected.put("a_first", new Text("text"));
        expected.put(
                "install_id", new Text(bench.store.stored().id().orElseThrow().toString()));
        expected.put("app_version", new Text("5.10.0"));
        expected.put("environment", new Text("staging"));
        expected.put("deployment_method", new Text("docker"));
        expected.put("pathname", new Text("/r"));
        expected.put("browser", new Text("Firefox"));
        expected.put("device_type", new Text("desktop"));
        expected.put("os", new Text("Linux"));
        expected.put("consent_receipt", new Text(bench.store.history().get(0).hash()));
        assertThat(record.attributes()).containsExactlyEntriesOf(expected);
        assertThat(record.layer()).isEqualTo(Layer.DETAILED);
        assertThat(record.identity()).isEqualTo("42");
    }

    @Test
    void tellsWhenItHappenedAndWhenItWasTaken() {
        Instant happened = bench.time.instant();
        engine.telemetry().track(TIMER_STARTED, USER);
        bench.time.pass(Duration.ofSeconds(3));
        settled(engine);
        TelemetryRecord record = bench.sink.records("timer.started").get(0);
        assertThat(record.occurredAt()).isEqualTo(happened);
        assertThat(record.observedAt()).isEqualTo(happened.plusSeconds(3));
    }

    @Test
    @Proves(Promise.P12)
    void recordsPageViewsAndTraitsUnderTheirOwnNames() {
        engine.telemetry().trackPageView(USER, RequestContext.ofPath("/projects?secret"));
        engine.telemetry().identify(USER, Map.of("role", "admin", "email", "a@example.org"));
        settled(engine);
        assertThat(bench.sink.records("$pageview").get(0).attributes().get("pathname"))
                .isEqualTo(new Text("/projects"));
        assertThat(bench.sink.records("analytics.identify").get(0).attributes())
                .containsEntry("role", new Text("admin"))
                .doesNotContainKey("email");
        assertThat(bench.heard.lost).containsExactly(Map.entry(PropertyLoss.PERSONAL, 1L));
    }

    @Test
    @Proves(Promise.P11)
    void replacesAUserWhoMayBeKnownByAHash() {
        engine.telemetry().track(TIMER_STARTED, UserId.of("jdoe@example.org"));
        engine.telemetry().track(TIMER_STARTED, UserId.of("0F8FAD5B-D9CB-469F-A165-70867728950E"));
        engine.telemetry().track(TIMER_STARTED, UserId.none());
        settled(engine);
        assertThat(bench.sink.records("timer.started"))
                .extracting(TelemetryRecord::identity)
                .containsExactly(
                        Pseudonym.of(
                                UserId.of("jdoe@example.org"),
                                bench.store.stored().salt().orElseThrow()),
                        "0f8fad5b-d9cb-469f-a165-70867728950e",
                        bench.store.stored().id().orElseThrow().toString());
        assertThat(bench.sink.records().toString()).doesNotContain("jdoe");
    }

    @Test
    void takesTheValuesAsTheyAreDuringTheCall() {
        Map<String, Object> changing = new LinkedHashMap<>(Map.of("state", "before"));
        engine.telemetry().track("a.b", USER, changing);
        changing.put("state", "after");
        List<PropertyWriter> kept = new ArrayList<>();
        engine.telemetry().track(TIMER_STARTED, USER, kept::add);
        kept.get(0).put(PROJECT, 1L);
        settled(engine);
        assertThat(bench.sink.records("a.b").get(0).attributes()).containsEntry("state", new Text("before"));
        assertThat(bench.sink.records("timer.started").get(0).attributes()).doesNotContainKey("project_id");
    }

    @Test
    void cutsALongTextWhereTheRulesSay() {
        String long1 = "x".repeat(1023) + "\uD83D\uDE00" + "y".repeat(100);
        engine.telemetry().track("a.b", USER, Map.of("text", long1, "k".repeat(70_000), "v"));
        settled(engine);
        assertThat(bench.sink.records("a.b").get(0).attributes())
                .containsEntry("text", new Text("x".repeat(1023)))
                .hasSize(6);
        assertThat(bench.heard.lost).containsExactly(Map.entry(PropertyLoss.MALFORMED_KEY, 1L));
    }

    @Test
    @Proves({Promise.P7, Promise.P8, Promise.P16})
    void dropsWhatFindsTheQueueFull() {
        for (int i = 0; i < 100; i++) {
            assertThat(engine.telemetry().track(TIMER_STARTED, USER)).isEqualTo(Admission.Taken.TAKEN);
        }
        assertThat(engine.telemetry().track(TIMER_STARTED, USER))
                .isEqualTo(new Admission.Dropped(DropReason.QUEUE_FULL));
        assertThat(engine.telemetry().track(TIMER_STARTED, USER, properties -> fail("there is no room for them")))
                .isEqualTo(new Admission.Dropped(DropReason.QUEUE_FULL));
        assertNothingLost(engine);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(100);
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P8)
    void storesTwoThousandAtATimeAtMost() {
        Bench large = new Bench();
        large.queueCapacity = 10_000;
        Engine busy = large.granted();
        for (int i = 0; i < 5_000; i++) {
            busy.telemetry().track(TIMER_STARTED, USER);
        }
        assertThat(List.of(busy.store(), busy.store(), busy.store(), busy.store()))
                .containsExactly(2_048, 2_048, 904, 0);
        assertThat(large.outbox.contents().detailed()).isEqualTo(5_000);
        assertNothingLost(busy);
    }

    @Test
    @Proves(Promise.P8)
    void countsWhatTheOutboxCannotStore() {
        bench.outbox.appendsFail = true;
        engine.telemetry().track(TIMER_STARTED, USER);
        engine.telemetry().track(TIMER_STARTED, USER);
        engine.store();
        assertThat(dropped(engine, DropReason.STORAGE_FAILED)).isEqualTo(2);
        assertThat(engine.transparency().status().warnings())
                .containsExactly("events were not stored: outbox: disk full");
        assertNothingLost(engine);
        bench.outbox.appendsFail = false;
        engine.telemetry().track(TIMER_STARTED, USER);
        settled(engine);
        assertThat(engine.transparency().status().warnings()).isEmpty();
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P8)
    void dropsAloneWhatCannotBeEncoded() {
        bench.sink.cannotEncode(record -> record.identity().equals("13"));
        for (int user : new int[] {12, 13, 14}) {
            engine.telemetry().track(TIMER_STARTED, UserId.of(user));
        }
        engine.store();
        settled(engine);
        assertThat(bench.sink.records("timer.started"))
                .extracting(TelemetryRecord::identity)
                .containsExactly("12", "14");
        assertThat(dropped(engine, DropReason.ENCODING_FAILED)).isEqualTo(1);
        assertThat(bench.heard.warnings()).containsExactly("an event was dropped: this one cannot be encoded");
        assertNothingLost(engine);
    }

    @Test
    void storesNothingWhereNothingCouldBeEncoded() {
        bench.sink.cannotEncode(record -> true);
        bench.outbox.appendsFail = true;
        engine.telemetry().track(TIMER_STARTED, USER);
        engine.store();
        assertThat(dropped(engine, DropReason.STORAGE_FAILED)).isZero();
        assertThat(dropped(engine, DropReason.ENCODING_FAILED)).isEqualTo(1);
    }

    @Test
    @Proves(Promise.P8)
    void countsWhatAnAdapterLosesByBreakingItsContract() {
        for (int i = 0; i < 3; i++) {
            engine.telemetry().track(TIMER_STARTED, USER);
        }
        bench.outbox.appendsBreak = true;
        assertThat(engine.store()).isZero();
        assertThat(dropped(engine, DropReason.STORAGE_FAILED)).isEqualTo(3);
        bench.outbox.appendsBreak = false;
        bench.sink.encoderBreaks = true;
        engine.telemetry().track(TIMER_STARTED, USER);
        engine.store();
        assertThat(dropped(engine, DropReason.STORAGE_FAILED)).isEqualTo(4);
        assertThat(engine.transparency().status().warnings())
                .containsExactly("an adapter failed unexpectedly: java.lang.IllegalStateException");
        assertNothingLost(engine);
    }

    @Test
    @Proves({Promise.P8, Promise.P16})
    void countsTheOldestThatGaveWayInAFullOutbox() {
        Bench small = new Bench();
        small.outbox = new BreakableOutbox(2_500);
        Engine tight = small.granted();
        for (int i = 0; i < 20; i++) {
            tight.telemetry().track(TIMER_STARTED, UserId.of(i));
        }
        tight.store();
        long evicted = dropped(tight, DropReason.EVICTED);
        assertThat(evicted).isPositive();
        assertThat(small.outbox.contents().bytes()).isLessThanOrEqualTo(2_500);
        assertNothingLost(tight);
        settled(tight);
        assertThat(small.sink.records("timer.started"))
                .extracting(TelemetryRecord::identity)
                .first()
                .isEqualTo(String.valueOf(evicted));
        assertNothingLost(tight);
    }

    @Test
    void dropsWhatWasTakenUnderAYesThatHasEndedSince() {
        engine.telemetry().track(TIMER_STARTED, USER);
        bench.store.hostDecides(StoredPreference.NO);
        engine.store();
        assertThat(dropped(engine, DropReason.NO_CONSENT)).isEqualTo(1);
        assertThat(engine.telemetry().isDetailedAnalyticsEnabled()).isFalse();
        engine.consent().grant(ADMIN);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).isEmpty();
        assertNothingLost(engine);
    }

    @Test
    void dropsWhatWasTakenUnderAnotherReceiptThanTheOneInForce() {
        engine.telemetry().track(TIMER_STARTED, USER);
        bench.store.hostDecides(StoredPreference.NO);
        bench.engine().keepHouse();
        bench.engine().consent().grant(ADMIN);
        engine.store();
        assertThat(dropped(engine, DropReason.WITHDRAWN)).isEqualTo(1);
        assertNothingLost(engine);
    }
}
