package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.BaseOutcome;
import io.aboveboard.domain.base.BaseFields;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.Salt;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.BaseRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BaseLayerTest {
    private static final String FIRST_SEEN = "base_telemetry.first_seen";
    private static final String HEARTBEAT = "base_telemetry.heartbeat";

    private final Bench bench = new Bench();

    @Test
    @Proves({Promise.P3, Promise.P4})
    void reportsANewInstallationAtItsStart() {
        Engine engine = bench.running();
        assertThat(bench.sink.names()).containsExactly(FIRST_SEEN, HEARTBEAT);
        InstallId id = bench.store.stored().id().orElseThrow();
        BaseFields fields = ((BaseRecord) bench.sink.records().get(0)).fields();
        assertThat(fields)
                .isEqualTo(new BaseFields(
                        id,
                        "5.10.0",
                        "Linux",
                        "6.1",
                        "x86_64",
                        "en_US",
                        "UTC",
                        bench.time.instant(),
                        bench.time.instant(),
                        bench.time.instant(),
                        "beta",
                        "docker"));
        assertThat(bench.sink.wire())
                .extracting(record -> record.uid())
                .containsExactly(RecordUid.ofFirstSeen(id), RecordUid.ofHeartbeat(id, LocalDate.of(2027, 6, 10)));
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P4)
    void reportsItOnceHoweverOftenItStarts() {
        bench.running().close();
        bench.running().close();
        Engine third = bench.running();
        assertThat(third.base().sendFirstSeen()).isEqualTo(BaseOutcome.AlreadyDone.ALREADY_DONE);
        settled(third);
        assertThat(bench.sink.records(FIRST_SEEN)).hasSize(1);
        assertThat(bench.sink.records(HEARTBEAT)).hasSize(1);
    }

    @Test
    @Proves(Promise.P4)
    void reportsItOnceThoughItIsStillWaitingToBeDelivered() {
        bench.sink.answers(Verdict.Retry.because("unreachable"));
        bench.running();
        Engine restarted = bench.running();
        assertThat(bench.outbox.contents().base()).isEqualTo(2);
        bench.sink.answers(ScriptedSink.DELIVERED);
        settled(restarted);
        assertThat(bench.outbox.sent(10)).hasSize(2);
    }

    @Test
    @Proves(Promise.P9)
    void resendsTheSameBytesWhenTheAnswerWasLost() {
        bench.sink.answers(Verdict.Retry.because("connection reset"));
        bench.running();
        bench.time.pass(Duration.ofHours(5));
        bench.sink.answers(ScriptedSink.DELIVERED);
        bench.running();
        assertThat(bench.sink.batches()).hasSize(2);
        assertThat(bench.sink.batches().get(1).records())
                .isEqualTo(bench.sink.batches().get(0).records());
    }

    @Test
    void remembersWhatWasDelivered() {
        bench.running();
        assertThat(bench.store.stored().reached(Milestone.FIRST_SEEN_SENT)).contains(bench.time.instant());
        assertThat(bench.store.stored().lastBeat()).contains(LocalDate.of(2027, 6, 10));
    }

    @Test
    void tellsTheSameFirstSightEverAfter() {
        Instant first = bench.time.instant();
        Engine engine = bench.running();
        bench.time.pass(Duration.ofDays(1));
        settled(engine);
        BaseFields second = ((BaseRecord) bench.sink.records(HEARTBEAT).get(1)).fields();
        assertThat(second.firstSeenAt()).isEqualTo(first);
        assertThat(second.heartbeatAt()).isEqualTo(bench.time.instant());
    }

    @Test
    void keepsTheFirstSightOfAnInstallationThatCameWithoutOne() {
        bench.store.hostWrites(stored -> stored.withIdentity(InstallId.random(), Salt.random()));
        Instant first = bench.time.instant();
        Engine engine = bench.running();
        bench.time.pass(Duration.ofDays(1));
        settled(engine);
        assertThat(bench.sink.records(Layer.BASE))
                .hasSize(3)
                .allSatisfy(record ->
                        assertThat(((BaseRecord) record).fields().firstSeenAt()).isEqualTo(first));
    }

    @Test
    void takesTheTimeOfItsReportForTheFirstSightWhereOnlyThatIsKnown() {
        Instant reported = Instant.parse("2026-01-01T00:00:00Z");
        bench.store.hostWrites(stored -> stored.withIdentity(InstallId.random(), Salt.random())
                .withReached(Milestone.FIRST_SEEN_SENT, reported));
        bench.running();
        assertThat(bench.sink.names()).containsExactly(HEARTBEAT);
        assertThat(bench.store.stored().reached(Milestone.FIRST_SEEN)).contains(reported);
    }

    @Test
    void completesAnIdentityAndChangesNothingThatIsThere() {
        InstallId id = InstallId.random();
        bench.store.hostWrites(stored -> stored.withId(id));
        bench.running();
        assertThat(bench.store.stored().id()).contains(id);
        assertThat(bench.store.stored().salt()).isPresent();
        bench.running();
        assertThat(bench.sink.records(FIRST_SEEN)).hasSize(1);
    }

    @Test
    void goesOnUnderAnIdThatAnotherWriterChanged() {
        Engine engine = bench.running();
        InstallId other = InstallId.random();
        bench.store.hostWrites(stored -> stored.withId(other));
        bench.time.pass(Duration.ofDays(1));
        settled(engine);
        assertThat(bench.sink.records(FIRST_SEEN)).hasSize(1);
        assertThat(bench.sink.records(HEARTBEAT))
                .extracting(record -> record.identity())
                .last()
                .isEqualTo(other.toString());
        assertThat(bench.schedules).hasSize(2);
        assertThat(bench.closedSchedules).isEqualTo(1);
    }

    @Test
    void mintsSendsAndWritesNothingWhileTheInstallationCannotBeRead() {
        bench.store.unreadable = new InstallationReading.Unreadable("installation.json:3", "a comma is missing");
        Engine engine = bench.running();
        assertThat(engine.base().sendFirstSeen()).isEqualTo(new BaseOutcome.Refused(RefusalReason.UNIDENTIFIED));
        assertThat(bench.sink.batches()).isEmpty();
        assertThat(bench.store.updates).hasValue(0);
        assertThat(engine.transparency().status().warnings()).contains("installation.json:3: a comma is missing");
        bench.store.unreadable = null;
        settled(engine);
        assertThat(bench.sink.names()).containsExactly(FIRST_SEEN, HEARTBEAT);
        assertThat(engine.transparency().status().warnings()).isEmpty();
    }

    @Test
    void sendsNothingBeforeTheIdentityIsStored() {
        bench.store.updatesFail = true;
        Engine engine = bench.running();
        assertThat(bench.sink.batches()).isEmpty();
        assertThat(engine.base().sendHeartbeat()).isEqualTo(new BaseOutcome.Refused(RefusalReason.UNIDENTIFIED));
        assertThat(engine.transparency().status().warnings())
                .containsExactly("nothing is sent: installation.json: disk full");
        bench.store.updatesFail = false;
        settled(engine);
        assertThat(bench.sink.names()).containsExactly(FIRST_SEEN, HEARTBEAT);
        assertThat(engine.transparency().status().warnings()).isEmpty();
    }

    @Test
    void reportsThoughTheFirstSightCannotBeKept() {
        bench.store.hostWrites(stored -> stored.withIdentity(InstallId.random(), Salt.random()));
        bench.store.updatesFail = true;
        Engine engine = bench.engine();
        engine.keepHouse();
        assertThat(bench.outbox.contents().base()).isEqualTo(2);
        assertThat(engine.transparency().status().warnings())
                .containsExactly("first_seen_at is not kept: installation.json: disk full");
    }

    @Test
    @Fault("B5")
    @Proves(Promise.P9)
    void resendsTheSameBytesAfterACrashBetweenTheAnswerAndTheMark() {
        Engine engine = bench.engine();
        engine.keepHouse();
        bench.store.updatesFail = true;
        engine.flush(Duration.ZERO);
        assertThat(bench.store.stored().reached(Milestone.FIRST_SEEN_SENT)).isEmpty();
        bench.store.updatesFail = false;
        assertSameSightingAfterARestart();
    }

    @Test
    @Fault("B5")
    @Proves(Promise.P9)
    void resendsTheSameBytesAfterACrashBetweenTheMarkAndTheEndOfTheRecord() {
        bench.outbox.settlingFails = true;
        bench.running();
        assertThat(bench.store.stored().reached(Milestone.FIRST_SEEN_SENT)).isPresent();
        bench.outbox.settlingFails = false;
        assertSameSightingAfterARestart();
    }

    private void assertSameSightingAfterARestart() {
        bench.time.pass(Duration.ofHours(2));
        Engine restarted = bench.running();
        settled(restarted);
        List<EncodedRecord> sightings = bench.sink.wire().stream()
                .filter(record -> bench.sink.decoded(record).eventName().equals(FIRST_SEEN))
                .toList();
        assertThat(sightings).hasSize(2).containsOnly(sightings.get(0));
        assertThat(bench.store.stored().reached(Milestone.FIRST_SEEN_SENT)).isPresent();
        assertThat(bench.outbox.contents().base()).isZero();
    }
}
