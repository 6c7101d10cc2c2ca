package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.ADMIN;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;
import static io.aboveboard.domain.engine.Bench.assertNothingLost;
import static io.aboveboard.domain.engine.Bench.settled;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.port.Verdict;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorTest {
    private final Bench bench = new Bench();

    @Test
    @Proves(Promise.P7)
    void harmsNobodyByThrowing() {
        bench.monitor = new ThrowingMonitor();
        Engine engine = bench.granted();
        engine.warn(List.of("odd"));
        assertThat(engine.telemetry().track("telemetry.mine", UserId.none(), Map.of()))
                .isEqualTo(new Admission.Dropped(DropReason.RESERVED_NAME));
        assertThat(engine.telemetry().track("a.b", UserId.none(), Map.of("email", "x", "note", "a@b.co")))
                .isEqualTo(Admission.Taken.TAKEN);
        bench.sink.answers(new Verdict.Refused("no"));
        settled(engine);
        engine.consent().withdraw(ADMIN);
        engine.close();
        assertNothingLost(engine);
    }

    @Test
    void hearsOfEveryDropAndDelivery() {
        Engine engine = bench.granted();
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        engine.consent().withdraw(ADMIN);
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        assertThat(bench.heard.dropped).isEqualTo(Map.of(DropReason.WITHDRAWN, 1L, DropReason.NO_CONSENT, 1L));
        assertThat(bench.heard.dropped)
                .isEqualTo(engine.transparency().status().counts().dropped());
        assertThat(bench.heard.delivered).hasValue(3);
    }

    @Test
    @Proves(Promise.P16)
    void hearsOnceAnHourOfAReceiverThatRemarksOnEveryBatchInOtherWords() {
        Engine engine = bench.granted();
        for (int batch = 0; batch < 50; batch++) {
            bench.sink.answers(new Verdict.Refused("line " + batch));
            engine.telemetry().track(TIMER_STARTED, UserId.of(1));
            settled(engine);
        }
        assertThat(bench.heard.warnings()).hasSize(1);
        assertThat(engine.transparency().status().warnings()).anyMatch(warning -> warning.contains("line 49"));
        bench.time.pass(Duration.ofHours(1));
        bench.sink.answers(new Verdict.Refused("an hour later"));
        engine.telemetry().track(TIMER_STARTED, UserId.of(1));
        settled(engine);
        assertThat(bench.heard.warnings()).hasSize(2);
    }

    @Test
    @Proves(Promise.P16)
    void hearsOfEachWarningOnceUntilItChangesOrIsSettled() {
        Warnings warnings = new Warnings(bench.heard);
        warnings.raise(Warnings.Topic.DELIVERY, "offline");
        warnings.raise(Warnings.Topic.DELIVERY, "offline");
        warnings.raise(Warnings.Topic.MIRROR, "offline");
        warnings.raise(Warnings.Topic.DELIVERY, "401");
        assertThat(warnings.current()).containsExactly("offline", "401");
        warnings.settle(Warnings.Topic.DELIVERY);
        warnings.settle(Warnings.Topic.MIRROR);
        assertThat(warnings.current()).isEmpty();
        warnings.raise(Warnings.Topic.DELIVERY, "401");
        assertThat(bench.heard.warnings()).containsExactly("offline", "offline", "401", "401");
    }

    @Test
    void hearsWhatIsOddAboutTheSettings() {
        Engine engine = bench.engine();
        engine.warn(List.of());
        assertThat(engine.transparency().status().warnings()).isEmpty();
        engine.warn(List.of("one", "two"));
        assertThat(engine.transparency().status().warnings()).containsExactly("one; two");
        assertThat(bench.heard.warnings()).containsExactly("one; two");
    }

    private static final class ThrowingMonitor implements TelemetryMonitor {
        @Override
        public void dropped(DropReason reason, long records) {
            throw new IllegalStateException("canary");
        }

        @Override
        public void lost(PropertyLoss reason, long properties) {
            throw new AssertionError("canary");
        }

        @Override
        public void replaced(PrivateKind kind, long times) {
            throw new IllegalStateException("canary");
        }

        @Override
        public void delivered(long records) {
            throw new StackOverflowError();
        }

        @Override
        public void warned(String message) {
            throw new NoClassDefFoundError("canary");
        }
    }
}
