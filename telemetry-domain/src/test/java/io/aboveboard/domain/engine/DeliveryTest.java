package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.dropped;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.DeliveryState;
import io.aboveboard.domain.port.DeliveryState.Phase;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each verdict of the sink leads to. */
@Proves(Promise.P8)
class DeliveryTest {
    private final Bench bench = new Bench();
    private final Engine engine = bench.granted();
    private final int before = bench.sink.batches().size();

    @AfterEach
    void everythingIsCounted() {
        assertNothingLost(engine);
    }

    @Test
    void keepsWhatWasDeliveredAsSent() {
        record(3);
        assertThat(engine.deliver()).isZero();
        assertThat(engine.deliver()).isEqualTo(Courier.IDLE);
        assertThat(batches()).singleElement().satisfies(batch -> {
            assertThat(batch.records()).hasSize(3);
            assertThat(batch.service()).isEqualTo(Bench.SERVICE);
        });
        assertThat(engine.transparency().sent(3))
                .extracting(sent -> sent.record())
                .isEqualTo(batches().get(0).records());
        assertThat(state()).isEqualTo(new DeliveryState(Phase.OK, "", null, null));
        assertThat(bench.heard.delivered.get()).isEqualTo(bench.sink.wire().size());
    }

    @Test
    @Proves(Promise.P13)
    @Fault("C25")
    void makesNoRequestWhereNothingIsWaiting() {
        assertThat(engine.deliver()).isEqualTo(Courier.IDLE);
        assertThat(batches()).isEmpty();
    }

    @Test
    void passesOnWhatTheReceiverRemarks() {
        record(1);
        bench.sink.answers(new Verdict.Delivered("slow down"));
        engine.deliver();
        assertThat(warnings()).containsExactly("the receiver remarked: slow down");
        bench.sink.answers(ScriptedSink.DELIVERED);
        record(1);
        engine.deliver();
        assertThat(warnings()).isEmpty();
    }

    @Test
    @Fault("C3")
    void neverResendsABatchThatWasRejectedInPart() {
        record(5);
        bench.sink.answers(new Verdict.PartiallyRejected(2, "too old"));
        engine.deliver();
        engine.deliver();
        assertThat(batches()).hasSize(1);
        assertThat(dropped(engine, DropReason.REJECTED)).isEqualTo(2);
        assertThat(bench.heard.delivered.get()).isEqualTo(bench.sink.wire().size() - 2L);
        assertThat(engine.transparency().sent(5)).hasSize(5);
        assertThat(warnings()).containsExactly("the receiver rejected 2 of 5 records: too old");
        assertThat(state().phase()).isEqualTo(Phase.OK);
    }

    @Test
    @Fault("C3")
    void keepsNothingAsSentOfABatchThatWasRejectedWhole() {
        int sentBefore = engine.transparency().sent(100).size();
        record(2);
        bench.sink.answers(new Verdict.PartiallyRejected(7, "all of them"));
        engine.deliver();
        assertThat(dropped(engine, DropReason.REJECTED)).isEqualTo(2);
        assertThat(engine.transparency().sent(100)).hasSize(sentBefore);
        assertThat(bench.outbox.contents().detailed()).isZero();
    }

    @Test
    @Fault("C4")
    void dropsABatchThatIsRefusedAndGoesOnWithTheNext() {
        record(2);
        bench.sink.answers(new Verdict.Refused("400 bad request"));
        assertThat(engine.deliver()).isZero();
        assertThat(dropped(engine, DropReason.REFUSED)).isEqualTo(2);
        assertThat(warnings()).containsExactly("the receiver refused 2 records for good: 400 bad request");
        bench.sink.answers(ScriptedSink.DELIVERED);
        record(1);
        engine.deliver();
        assertThat(batches()).hasSize(2);
        assertThat(engine.transparency().status().counts().pending()).isZero();
    }

    @Test
    @Fault("C6")
    void splitsWhatIsTooLargeDownToTheRecordThatIs() {
        record(8);
        bench.sink.answersBy(batch -> batch.records().stream()
                        .anyMatch(
                                record -> bench.sink.decoded(record).identity().equals("5"))
                ? new Verdict.TooLarge("413")
                : ScriptedSink.DELIVERED);
        assertThat(engine.flush(Duration.ZERO)).isEqualTo(FlushOutcome.Drained.DRAINED);
        assertThat(dropped(engine, DropReason.TOO_LARGE)).isEqualTo(1);
        assertThat(warnings()).isEmpty();
        assertThat(bench.heard.warnings())
                .containsExactly("a record was larger than the receiver takes and was dropped");
        assertThat(engine.transparency().sent(7))
                .extracting(sent -> bench.sink.decoded(sent.record()).identity())
                .containsExactly("0", "1", "2", "3", "4", "6", "7");
    }

    @Test
    void keepsEverythingWhileTheSinkCannotWorkAtAll() {
        record(1);
        bench.sink.delivers(batch -> {
            throw new TelemetrySinkException("OpenTelemetry is too old");
        });
        assertThat(engine.deliver()).isPositive();
        assertThat(state().reason()).isEqualTo("OpenTelemetry is too old");
        assertThat(engine.transparency().status().counts().pending()).isEqualTo(1);
    }

    @Test
    void survivesASinkThatBreaksItsContract() {
        record(1);
        bench.sink.delivers(batch -> {
            throw new NoSuchMethodError("canary");
        });
        assertThat(engine.deliver()).isEqualTo(Courier.IDLE);
        assertThat(warnings()).containsExactly("an adapter failed unexpectedly: java.lang.NoSuchMethodError");
        assertThat(engine.transparency().status().counts().pending()).isEqualTo(1);
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
