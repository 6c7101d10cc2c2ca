package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.dropped;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.domain.record.TelemetryRecord;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How old records, and such from a clock that is wrong, find their way. */
class DeliveryAgeTest {
    private static final Verdict OFFLINE = Verdict.Retry.because("offline");

    private final Bench bench = new Bench();

    @Test
    @Fault({"C21", "C19"})
    void letsOldRecordsTravelUnderTheIdOfTheOutboxAndFreshOnesWithAllOthers() {
        Engine engine = bench.granted();
        bench.sink.answers(OFFLINE);
        for (int hour = 0; hour < 8; hour++) {
            track(engine, hour);
            bench.time.pass(Duration.ofHours(1));
        }
        track(engine, 8);
        List<Batch> batches = online(engine);
        assertThat(batches).hasSize(2);
        assertThat(batches.get(0).instanceId()).isEqualTo(bench.outbox.id());
        assertThat(batches.get(0).records()).hasSize(8);
        assertThat(batches.get(1).instanceId()).isNull();
        assertThat(batches.get(1).records()).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    @Fault("C20")
    @Proves(Promise.P8)
    void dropsWhatIsOlderThanTheReceiverTakesAndCountsIt() {
        Engine engine = bench.granted();
        bench.sink.answers(OFFLINE);
        track(engine, 1);
        track(engine, 2);
        bench.time.pass(Duration.ofDays(10));
        track(engine, 3);
        online(engine);
        assertThat(bench.sink.records("timer.started"))
                .extracting(TelemetryRecord::identity)
                .containsOnly("3");
        assertThat(dropped(engine, DropReason.EXPIRED)).isEqualTo(2);
        assertNothingLost(engine);
    }

    @Test
    @Fault({"C20", "B5"})
    void stampsAFirstSeenAnewThatIsTooOldAndResendsThoseBytes() {
        bench.sink.answers(OFFLINE);
        Engine engine = bench.running();
        EncodedRecord original = bench.sink.wire().get(0);
        bench.time.pass(Duration.ofDays(10));
        settled(engine);
        List<EncodedRecord> resent = bench.sink.wire().stream()
                .filter(record -> record.uid().equals(original.uid()))
                .skip(1)
                .toList();
        assertThat(resent).isNotEmpty();
        EncodedRecord restamped = resent.get(resent.size() - 1);
        assertThat(restamped.occurredAt()).isEqualTo(bench.time.instant());
        assertThat(bench.sink.decoded(restamped)).isEqualTo(bench.sink.decoded(original));
        bench.time.pass(Duration.ofMinutes(20));
        online(engine);
        assertThat(bench.sink.wire()).contains(restamped);
        assertThat(bench.sink.wire().stream().filter(restamped::equals)).hasSize(2);
        assertThat(dropped(engine, DropReason.EXPIRED))
                .as("the heartbeat of that day")
                .isEqualTo(1);
        assertNothingLost(engine);
    }

    @Test
    @Fault({"C2", "C20"})
    @Proves(Promise.P8)
    void learnsNoTimeFromAPortalInBetween() {
        Engine engine = bench.granted();
        for (String portalsClock : List.of("1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z")) {
            bench.sink.delivers(batch -> () -> new Answer(OFFLINE, Instant.parse(portalsClock)));
            track(engine, 1);
            settled(engine);
            bench.time.pass(Duration.ofHours(1));
            online(engine);
        }
        assertThat(bench.outbox.contents().detailed()).isZero();
        assertThat(dropped(engine, DropReason.EXPIRED)).isZero();
        assertNothingLost(engine);
    }

    @Test
    @Fault("C24")
    void dropsAFirstSeenThatCannotBeStampedAnewAndGoesOn() {
        bench.sink.answers(OFFLINE);
        Engine engine = bench.running();
        bench.time.pass(Duration.ofDays(10));
        bench.sink.cannotRestamp = true;
        online(engine);
        assertThat(dropped(engine, DropReason.ENCODING_FAILED)).isEqualTo(1);
        assertThat(bench.outbox.contents().base()).isZero();
        assertNothingLost(engine);
    }

    @Test
    void keepsBackWhatIsStampedAheadOfTheReceiverAndSendsTheRest() {
        Engine engine = bench.granted();
        tellServerTime(Duration.ZERO);
        bench.time.set("2027-06-10T13:00:00Z");
        track(engine, 1);
        bench.time.set("2027-06-10T12:00:00Z");
        track(engine, 2);
        int before = bench.sink.wire().size();
        settled(engine);
        assertThat(bench.sink.wire()).hasSize(before + 1);
        assertThat(bench.outbox.contents().detailed()).isEqualTo(1);
        bench.time.pass(Duration.ofMinutes(51));
        settled(engine);
        assertThat(bench.outbox.contents().detailed()).isZero();
        assertThat(bench.sink.records("timer.started")).hasSize(2);
        assertNothingLost(engine);
    }

    @Test
    @Fault("F3")
    void goesOnAtOnceWithAMachineThatSleptWhichStopsItsTickerButNotItsClock() {
        Engine engine = bench.granted();
        tellServerTime(Duration.ZERO);
        track(engine, 1);
        settled(engine);
        bench.time.set("2027-06-10T20:00:00Z");
        track(engine, 2);
        settled(engine);
        assertThat(bench.outbox.contents().detailed()).isZero();
        assertThat(bench.sink.records("timer.started")).hasSize(2);
        assertNothingLost(engine);
    }

    @Test
    @Fault("F3")
    void asksTheReceiverForItsTimeWithOneRecordOnlyWhereTheClockWasMoved() {
        Engine engine = bench.granted();
        tellServerTime(Duration.ZERO);
        track(engine, 1);
        settled(engine);
        bench.time.set("2027-06-10T15:00:00Z");
        tellServerTime(Duration.ofHours(-3));
        track(engine, 2);
        track(engine, 3);
        int before = bench.sink.wire().size();
        settled(engine);
        assertThat(bench.sink.wire()).hasSize(before + 1);
        assertThat(bench.outbox.contents().detailed()).isEqualTo(1);
    }

    @Test
    void judgesTheAgeByTheReceiversClockAndNotByTheLocalOne() {
        Engine engine = bench.granted();
        tellServerTime(Duration.ofHours(2));
        track(engine, 0);
        settled(engine);
        track(engine, 1);
        settled(engine);
        List<Batch> batches = bench.sink.batches();
        assertThat(batches.get(batches.size() - 1).instanceId()).isEqualTo(bench.outbox.id());
    }

    @Test
    void sendsABatchOfOneAgeAtATime() {
        Engine engine = bench.granted();
        bench.sink.answers(OFFLINE);
        track(engine, 1);
        bench.time.pass(Duration.ofMinutes(44));
        track(engine, 2);
        bench.time.pass(Duration.ofMinutes(2));
        track(engine, 3);
        List<Batch> batches = online(engine);
        assertThat(batches).extracting(batch -> batch.records().size()).containsExactly(1, 2);
        assertThat(batches).extracting(batch -> batch.instanceId() == null).containsExactly(false, true);
    }

    @Test
    @Fault("C24")
    void setsARecordAsideThatSpoilsItsRequestAndDeliversTheOthers() {
        bench.queueCapacity = 1_000;
        Engine engine = bench.granted();
        for (int event = 0; event < 100; event++) {
            track(engine, event);
        }
        RecordUid spoilt =
                bench.outbox.oldest(Layer.DETAILED, 100, Long.MAX_VALUE).get(37).uid();
        bench.sink.cannotSend(record -> record.uid().equals(spoilt));
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(99);
        assertThat(dropped(engine, DropReason.ENCODING_FAILED)).isEqualTo(1);
        assertThat(bench.outbox.contents().detailed()).isZero();
        assertNothingLost(engine);
    }

    @Test
    @Fault("C7")
    void leavesAReceiverAloneAsItAskedAlsoAfterARestartAndWhenToldToSendNow() {
        Engine before = bench.granted();
        track(before, 1);
        bench.sink.answers(new Verdict.Retry("429", Duration.ofMinutes(2)));
        before.deliver();
        before.close();
        bench.sink.answers(ScriptedSink.DELIVERED);
        int requests = bench.sink.batches().size();
        Engine after = bench.running();
        assertThat(bench.sink.batches()).hasSize(requests);
        bench.time.pass(Duration.ofSeconds(119));
        settled(after);
        assertThat(bench.sink.batches()).hasSize(requests);
        bench.time.pass(Duration.ofSeconds(1));
        settled(after);
        assertThat(bench.sink.records("timer.started")).hasSize(2);
    }

    @Test
    void deliversNothingWhereAnotherProcessHasTheOutbox() {
        bench.outbox.claimedElsewhere = true;
        Engine engine = bench.running();
        assertThat(bench.sink.batches()).isEmpty();
        assertThat(engine.transparency().status().counts().pending()).isEqualTo(2);
        bench.outbox.claimedElsewhere = false;
        settled(engine);
        assertThat(bench.sink.names()).hasSize(2);
        assertNothingLost(engine);
    }

    @Test
    @Fault("C5")
    void triesAtOnceWhatIsParkedWhereAnotherProcessAsksForIt() {
        Engine engine = bench.granted();
        track(engine, 1);
        bench.sink.answers(new Verdict.Parked("credentials refused (401)", "check the token"));
        engine.deliver();
        bench.sink.answers(ScriptedSink.DELIVERED);
        assertThat(engine.deliver()).isGreaterThan(Duration.ofMinutes(59));
        bench.outbox.nudge();
        engine.keepHouse();
        engine.deliver();
        assertThat(bench.sink.records("timer.started")).hasSize(2);
        assertNothingLost(engine);
    }

    private static void track(Engine engine, int user) {
        engine.telemetry().track(TIMER_STARTED, UserId.of(user));
        engine.store();
    }

    private void tellServerTime(Duration ahead) {
        bench.sink.delivers(batch ->
                () -> new Answer(ScriptedSink.DELIVERED, bench.time.instant().plus(ahead)));
    }

    /** What goes out once the receiver is back. */
    private List<Batch> online(Engine engine) {
        int before = bench.sink.batches().size();
        bench.sink.answers(ScriptedSink.DELIVERED);
        settled(engine);
        List<Batch> all = bench.sink.batches();
        return new ArrayList<>(all.subList(before, all.size()));
    }
}
