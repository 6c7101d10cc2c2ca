package io.aboveboard.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import io.aboveboard.testkit.contract.TelemetryMonitorContract;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoggingTelemetryMonitorTest implements TelemetryMonitorContract {
    private final RecordingLogger log = new RecordingLogger();
    private final AtomicLong nanos = new AtomicLong();
    private final LoggingTelemetryMonitor monitor = LoggingTelemetryMonitor.to(log, nanos::get);

    @Override
    public TelemetryMonitor monitor() {
        return monitor;
    }

    @Test
    void writesOneLineForEachKindOfEvent() {
        monitor.delivered(2);
        monitor.dropped(DropReason.QUEUE_FULL, 3);
        monitor.lost(PropertyLoss.PERSONAL, 1);
        monitor.replaced(PrivateKind.EMAIL, 4);
        monitor.warned("the disk is full");

        assertThat(log.lines)
                .containsExactly(
                        "INFO delivered 2 records",
                        "WARNING dropped 3 records, reason queue_full",
                        "WARNING left out 1 properties, reason personal",
                        "INFO wrote [email] 4 times in place of something private",
                        "WARNING the disk is full");
    }

    @Proves(Promise.P16)
    @Test
    void writesTheSameOnlyOnceAMinute() {
        for (int i = 0; i < 1000; i++) {
            monitor.dropped(DropReason.QUEUE_FULL, 1);
            monitor.warned("the disk is full");
        }
        nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        monitor.dropped(DropReason.QUEUE_FULL, 1);
        monitor.warned("the disk is full");

        assertThat(log.lines)
                .containsExactly(
                        "WARNING dropped 1 records, reason queue_full",
                        "WARNING the disk is full",
                        "WARNING dropped 1000 records, reason queue_full",
                        "WARNING the disk is full (1000 times)");
    }

    @Fault("H8")
    @Test
    void keepsAMessageOnItsLine() {
        monitor.warned("refused\n2027-01-01 INFO all is well\u001b[2J");

        assertThat(log.lines).containsExactly("WARNING refused\\n2027-01-01 INFO all is well\\u001b[2J");
    }

    private static final class RecordingLogger implements System.Logger {
        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public String getName() {
            return "recording";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            lines.add(level + " " + message);
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            lines.add(level + " " + format);
        }
    }
}
