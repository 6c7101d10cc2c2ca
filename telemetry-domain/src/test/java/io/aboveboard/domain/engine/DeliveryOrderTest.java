package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.port.Answer;
import io.aboveboard.domain.port.Batch;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeliveryOrderTest {
    private final Bench bench = new Bench();

    @Test
    @Fault("C19")
    void sendsTheOldestFirstAcrossBothLayersAfterDaysOffline() {
        Engine engine = bench.granted();
        bench.sink.answers(Verdict.Retry.because("offline"));
        int before = bench.sink.batches().size();
        for (int day = 0; day < 4; day++) {
            for (int event = 0; event < 3; event++) {
                bench.time.pass(Duration.ofHours(8));
                engine.telemetry().track(TIMER_STARTED, UserId.of(event));
                engine.store();
                engine.keepHouse();
            }
        }
        bench.sink.answers(ScriptedSink.DELIVERED);
        engine.flush(Duration.ZERO);
        List<EncodedRecord> sent = new ArrayList<>();
        bench.sink.batches().stream().skip(before).forEach(batch -> sent.addAll(batch.records()));
        assertThat(sent).hasSize(16).isSortedAccordingTo(Comparator.comparing(EncodedRecord::occurredAt));
        assertThat(bench.sink.batches())
                .allSatisfy(batch -> assertThat(batch.records())
                        .extracting(EncodedRecord::layer)
                        .containsOnly(batch.records().get(0).layer()));
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P16)
    void sendsFourThousandRecordsOrTwoMebibytesAtATime() {
        bench.queueCapacity = 10_000;
        Engine engine = bench.granted();
        int before = bench.sink.batches().size();
        for (int i = 0; i < 9_500; i++) {
            engine.telemetry().track(TIMER_STARTED, UserId.of(i));
        }
        engine.flush(Duration.ZERO);
        List<Batch> batches =
                bench.sink.batches().subList(before, bench.sink.batches().size());
        assertThat(batches).allSatisfy(batch -> {
            assertThat(batch.records()).hasSizeLessThanOrEqualTo(4_000);
            assertThat(batch.records().stream().mapToInt(EncodedRecord::size).sum())
                    .isLessThanOrEqualTo(2 * 1024 * 1024);
        });
        assertThat(batches.get(0).records()).hasSizeGreaterThan(2_000);
        assertThat(bench.sink.records("timer.started")).hasSize(9_500);
    }

    @Test
    @Fault("B5")
    @Proves(Promise.P9)
    void resendsWhatWasDeliveredButCouldNotBeRememberedYet() {
        bench.store.updatesFail = false;
        Engine engine = bench.engine();
        engine.keepHouse();
        bench.store.updatesFail = true;
        Duration pause = engine.deliver();
        assertThat(pause).isPositive();
        assertThat(bench.outbox.contents().base()).isEqualTo(2);
        assertThat(engine.transparency().status().delivery().reason()).isEqualTo("installation.json: disk full");
        bench.store.updatesFail = false;
        settled(engine);
        assertThat(bench.sink.batches()).hasSize(2);
        assertThat(bench.sink.batches().get(1)).isEqualTo(bench.sink.batches().get(0));
        assertThat(bench.store.stored().reached(Milestone.FIRST_SEEN_SENT)).isPresent();
        assertNothingLost(engine);
    }

    @Test
    @Proves(Promise.P9)
    void resendsWhatTheOutboxCouldNotLetGoOf() {
        Engine engine = bench.engine();
        engine.keepHouse();
        bench.outbox.settlingFails = true;
        engine.deliver();
        assertThat(engine.transparency().status().delivery().reason()).isEqualTo("outbox: disk full");
        bench.outbox.settlingFails = false;
        settled(engine);
        assertThat(bench.sink.batches()).hasSize(2);
        assertNothingLost(engine);
    }

    @Test
    void waitsWhereTheOutboxCannotBeRead() {
        Engine engine = bench.granted();
        bench.outbox.readsFail = true;
        assertThat(engine.deliver()).isPositive();
        assertThat(engine.transparency().status().warnings())
                .containsExactly("not delivered, will be tried again: outbox: disk full");
    }

    @Test
    @Proves(Promise.P2)
    @Fault("E1")
    void neverRetriesTheRequestThatWasUnderWayDuringAWithdrawal() {
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        engine.store();
        bench.sink.delivers(batch -> () -> {
            engine.consent().withdraw(ADMIN);
            return Answer.of(Verdict.Retry.because("connection reset"));
        });
        Duration pause = engine.deliver();
        bench.time.pass(pause);
        bench.sink.answers(ScriptedSink.DELIVERED);
        settled(engine);
        assertThat(bench.sink.records("timer.started")).hasSize(1);
        assertNothingLost(engine);
    }

    @Test
    @Proves({Promise.P2, Promise.P8})
    void countsOnceWhatWasWithdrawnWhileItWasUnderWay() {
        Engine engine = bench.granted();
        for (int i = 0; i < 3; i++) {
            engine.telemetry().track(TIMER_STARTED, UserId.of(i));
        }
        engine.store();
        for (Verdict verdict :
                List.of(ScriptedSink.DELIVERED, new Verdict.PartiallyRejected(2, "some"), new Verdict.Refused("no"))) {
            AtomicInteger withdrawals = new AtomicInteger();
            bench.sink.delivers(batch -> () -> {
                if (batch.records().get(0).layer() == Layer.DETAILED && withdrawals.getAndIncrement() == 0) {
                    engine.consent().withdraw(ADMIN);
                }
                return Answer.of(verdict);
            });
            engine.deliver();
            assertNothingLost(engine);
            engine.consent().grant(ADMIN);
            engine.telemetry().track(TIMER_STARTED, UserId.of(9));
            engine.store();
        }
    }

    @Test
    @Proves(Promise.P6)
    void keepsAsSentExactlyTheBytesThatWentOut() {
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        settled(engine);
        assertThat(engine.transparency().sent(100))
                .extracting(sent -> sent.record())
                .isEqualTo(bench.sink.wire());
        assertThat(engine.transparency().sent(1))
                .extracting(sent -> sent.deliveredAt())
                .containsExactly(bench.time.instant());
    }
}
