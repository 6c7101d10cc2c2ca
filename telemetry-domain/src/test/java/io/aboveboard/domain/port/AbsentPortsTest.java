package io.aboveboard.domain.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AbsentPortsTest {
    @Test
    @SuppressWarnings("NullAway")
    void noSinkIsNotConfiguredAndSaysSo() {
        try (TelemetrySink none = TelemetrySink.none()) {
            assertThat(none.describe()).isEqualTo(new SinkDescription(false, "", "", false));
            assertThatThrownBy(none::encoder)
                    .isInstanceOf(TelemetrySinkException.class)
                    .hasMessage("no sink is configured");
            assertThatThrownBy(() -> none.deliver(null, null)).isInstanceOf(TelemetrySinkException.class);
        }
    }

    @Test
    void noMirrorKeepsNothing() {
        ConsentMirror.none().write(true);
        assertThat(ConsentMirror.none().read()).isEmpty();
    }

    @Test
    void noSchedulerNeverWakes() {
        AtomicInteger beats = new AtomicInteger();
        BeatSchedule schedule = new BeatSchedule(LocalTime.MIDNIGHT, ZoneOffset.UTC);
        ScheduledBeat running = HeartbeatScheduler.none().schedule(schedule, beats::incrementAndGet);
        running.close();
        running.close();
        assertThat(beats).hasValue(0);
    }

    @Test
    void noMonitorListensToEverything() {
        TelemetryMonitor nobody = TelemetryMonitor.noop();
        assertThatCode(() -> {
                    nobody.dropped(DropReason.EVICTED, 1);
                    nobody.lost(PropertyLoss.PERSONAL, 1);
                    nobody.replaced(PrivateKind.EMAIL, 1);
                    nobody.delivered(1);
                    nobody.warned("message");
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aRetryWithoutATimeWaitsAsLongAsOneLikes() {
        assertThat(Verdict.Retry.because("refused")).isEqualTo(new Verdict.Retry("refused", Duration.ZERO));
        assertThat(Answer.of(new Verdict.Delivered("")).serverTime()).isNull();
    }

    @Test
    void eachFailureOfAPortKeepsItsCause() {
        IllegalStateException cause = new IllegalStateException("disk");
        assertThat(new OutboxException("m", cause)).hasMessage("m").hasCause(cause);
        assertThat(new ConsentLedgerException("m", cause)).hasMessage("m").hasCause(cause);
        assertThat(new ConsentMirrorException("m", cause)).hasMessage("m").hasCause(cause);
        assertThat(new InstallationStoreException("m", cause)).hasMessage("m").hasCause(cause);
        assertThat(new HeartbeatSchedulerException("m", cause)).hasMessage("m").hasCause(cause);
        assertThat(new RecordEncoderException("m", cause)).hasMessage("m").hasCause(cause);
        assertThat(new TelemetrySinkException("m", cause)).hasMessage("m").hasCause(cause);
    }
}
