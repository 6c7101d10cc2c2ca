package io.aboveboard.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import org.junit.jupiter.api.Test;

class RecordingTelemetryMonitorTest {
    private final RecordingTelemetryMonitor monitor = new RecordingTelemetryMonitor();

    @Test
    void addsUpWhatItIsTold() {
        monitor.dropped(DropReason.EVICTED, 2);
        monitor.dropped(DropReason.EVICTED, 3);
        monitor.lost(PropertyLoss.PERSONAL, 1);
        monitor.replaced(PrivateKind.EMAIL, 6);
        monitor.replaced(PrivateKind.EMAIL, 7);
        monitor.delivered(4);
        monitor.delivered(5);
        assertThat(monitor.dropped()).containsExactly(entry(DropReason.EVICTED, 5L));
        assertThat(monitor.lost()).containsExactly(entry(PropertyLoss.PERSONAL, 1L));
        assertThat(monitor.replaced()).containsExactly(entry(PrivateKind.EMAIL, 13L));
        assertThat(monitor.delivered()).isEqualTo(9);
    }

    @Test
    void keepsWarningsInOrder() {
        monitor.warned("one");
        monitor.warned("two");
        assertThat(monitor.warnings()).containsExactly("one", "two");
    }
}
