package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Preview;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransparencyTest {
    private final Bench bench = new Bench();

    @Test
    @Proves(Promise.P6)
    void previewsTheBaseRecordsByteForByteAsTheyAreSent() {
        Engine engine = bench.engine();
        List<EncodedRecord> previewed = engine.transparency().preview().records();
        settled(engine);
        assertThat(previewed).hasSize(2).isEqualTo(bench.sink.wire());
    }

    @Test
    @Proves(Promise.P6)
    void previewsEverythingThatIsWaitingByteForByteAsItIsSent() {
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        engine.store();
        Preview preview = engine.transparency().preview();
        int before = bench.sink.wire().size();
        settled(engine);
        assertThat(preview.records()).hasSize(1).isEqualTo(bench.sink.wire().subList(before, before + 1));
        assertThat(preview.service()).isEqualTo(Bench.SERVICE);
        assertThat(preview.remarks()).isEmpty();
    }

    @Test
    void passesOnWhatTheOutboxRemarks() {
        Engine engine = bench.granted();
        bench.outbox.remarks = List.of("left alone until a newer version runs again");
        assertThat(engine.transparency().status().warnings()).contains("left alone until a newer version runs again");
    }

    @Test
    @Proves(Promise.P8)
    void overlooksNoRecordThatMovesFromTheQueueToTheOutboxMeanwhile() {
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        bench.outbox.meanwhile = engine::store;
        assertThat(engine.transparency().status().counts().pending()).isEqualTo(1);
        assertThat(engine.transparency().status().counts().pending()).isEqualTo(1);
    }

    @Test
    @Proves(Promise.P6)
    void previewsTheBeginningOfWhatIsWaitingAndSaysHowMuchMoreThereIs() {
        Engine engine = bench.granted();
        IntStream.range(0, 5).forEach(i -> engine.telemetry().track(TIMER_STARTED, UserId.of(i)));
        engine.store();
        bench.time.pass(Duration.ofDays(1));
        Preview all = engine.transparency().preview();
        Preview beginning = engine.transparency().preview(3);
        assertThat(all.records()).hasSize(6);
        assertThat(all.more()).isZero();
        assertThat(beginning.records()).isEqualTo(all.records().subList(0, 3));
        assertThat(beginning.more()).isEqualTo(3);
        assertThat(engine.transparency().preview(0).more()).isEqualTo(6);
    }

    @Test
    @Proves(Promise.P6)
    void showsOneByOneWhatItPreviewsAndWhatWasSent() {
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        engine.store();
        bench.time.pass(Duration.ofDays(1));
        List<EncodedRecord> waiting = new ArrayList<>();
        engine.transparency().eachWaiting(waiting::add);
        List<SentRecord> sent = new ArrayList<>();
        engine.transparency().eachSent(sent::add);
        assertThat(waiting).hasSize(2).isEqualTo(engine.transparency().preview().records());
        assertThat(sent).hasSize(3).isEqualTo(engine.transparency().sent(9));
    }

    @Test
    void previewSendsAndStoresNothingButTheIdentityItShows() {
        Engine engine = bench.engine();
        engine.transparency().preview();
        engine.transparency().preview();
        assertThat(bench.sink.batches()).isEmpty();
        assertThat(bench.outbox.contents()).isEqualTo(OutboxContents.EMPTY);
        assertThat(bench.store.updates).hasValue(1);
        assertThat(engine.transparency().preview().records())
                .allSatisfy(record -> assertThat(bench.sink.decoded(record).identity())
                        .isEqualTo(bench.store.stored().id().orElseThrow().toString()));
    }

    @Test
    void previewSaysWhyNothingDetailedIsInIt() {
        Engine engine = bench.running();
        assertThat(engine.transparency().preview().records()).isEmpty();
        assertThat(engine.transparency().preview().remarks()).containsExactly(RefusalReason.UNDECIDED.explanation());
    }

    @Test
    @Proves(Promise.P11)
    void previewTellsHowOftenSomethingPrivateWasReplaced() {
        Engine engine = bench.granted();
        engine.telemetry().track("a.b", UserId.of(1), Map.of("note", "a@b.co, c@d.eu", "text", "on 10.0.0.1"));
        engine.store();
        assertThat(engine.transparency().preview().remarks())
                .containsExactly(
                        "since the start [email] was written in place of something private, 2 times",
                        "since the start [ip] was written in place of something private, 1 time");
    }

    @Test
    void previewsNothingOfAnEndedConsent() {
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        engine.store();
        bench.outbox.purgesFail = true;
        engine.consent().withdraw(ADMIN);
        assertThat(bench.outbox.contents().detailed()).isEqualTo(1);
        assertThat(engine.transparency().preview().records()).isEmpty();
    }

    @Test
    void statusShowsHowEverythingStands() {
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        engine.store();
        engine.telemetry().track(TIMER_STARTED, UserId.of(2));
        Status status = engine.transparency().status();
        assertThat(status.service()).isEqualTo(Bench.SERVICE);
        assertThat(status.installId()).isEqualTo(bench.store.stored().id().orElseThrow());
        assertThat(status.baseRefusal()).isNull();
        assertThat(status.consent().isEffective()).isTrue();
        assertThat(status.consent().receipt()).isEqualTo(bench.store.history().get(0));
        assertThat(status.consent().remark()).isEmpty();
        assertThat(status.sink().recipient()).isEqualTo("otlp.example.org");
        assertThat(status.delivery().phase()).isEqualTo(DeliveryState.Phase.OK);
        assertThat(status.outbox().detailed()).isEqualTo(1);
        assertThat(status.outbox().oldestAt()).isEqualTo(bench.time.instant());
        assertThat(status.counts().offered()).isEqualTo(5);
        assertThat(status.counts().delivered()).isEqualTo(3);
        assertThat(status.counts().pending()).isEqualTo(2);
        assertThat(status.counts().dropped()).isEqualTo(Map.of());
        assertThat(status.firstSeenSentAt()).isEqualTo(bench.time.instant());
        assertThat(status.lastBeatOn()).isEqualTo("2027-06-10");
        assertThat(status.nextBeatAt()).isEqualTo("2027-06-11T03:00:00Z");
        assertThat(status.warnings()).isEmpty();
    }

    @Test
    void statusIsIdleBeforeAnythingHappened() {
        Status status = bench.engine().transparency().status();
        assertThat(status.delivery()).isEqualTo(DeliveryState.IDLE);
        assertThat(status.installId()).isNull();
        assertThat(status.baseRefusal()).isEqualTo(RefusalReason.UNIDENTIFIED);
        assertThat(status.firstSeenSentAt()).isNull();
        assertThat(status.lastBeatOn()).isNull();
        assertThat(status.nextBeatAt()).isNull();
        assertThat(bench.store.updates).hasValue(0);
    }

    @Test
    void showsTheLastRecordsThatWereSent() {
        Engine engine = bench.granted();
        assertThat(engine.transparency().sent(2)).hasSize(2);
        assertThat(engine.transparency().sent(2).get(1).record().layer()).isEqualTo(Layer.DETAILED);
        assertThat(engine.transparency().sent(0)).isEmpty();
    }
}
