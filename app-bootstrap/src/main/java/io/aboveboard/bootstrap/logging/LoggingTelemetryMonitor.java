package io.aboveboard.bootstrap.logging;

import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Writes what the library tells into a log: one line an event, the same kind at most once a minute with what came
 * together meanwhile. Thread-safe; nothing to close.
 */
public final class LoggingTelemetryMonitor implements TelemetryMonitor {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Logger log;
    private final Throttle throttle;

    private LoggingTelemetryMonitor(Logger log, LongSupplier ticker) {
        this.log = log;
        this.throttle = new Throttle(PERIOD, ticker);
    }

    /**
     * A monitor that writes to a logger.
     *
     * @param log the logger
     * @param ticker monotonic nanoseconds
     * @return the monitor
     */
    public static LoggingTelemetryMonitor to(Logger log, LongSupplier ticker) {
        return new LoggingTelemetryMonitor(Objects.requireNonNull(log, "log"), ticker);
    }

    @Override
    public void dropped(DropReason reason, long records) {
        count(Level.WARNING, "dropped", records, "records, reason " + reason.code());
    }

    @Override
    public void lost(PropertyLoss reason, long properties) {
        count(
                Level.WARNING,
                "left out",
                properties,
                "properties, reason " + reason.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public void replaced(PrivateKind kind, long times) {
        count(Level.INFO, "wrote " + kind.marker(), times, "times in place of something private");
    }

    @Override
    public void delivered(long records) {
        count(Level.INFO, "delivered", records, "records");
    }

    @Override
    public void warned(String message) {
        long times = throttle.pass(message, 1);
        if (times > 0) {
            log.log(Level.WARNING, () -> SafeText.of(message) + (times > 1 ? " (" + times + " times)" : ""));
        }
    }

    private void count(Level level, String what, long number, String ofWhat) {
        long total = throttle.pass(what + " " + ofWhat, number);
        if (total > 0) {
            log.log(level, () -> what + " " + total + " " + ofWhat);
        }
    }
}
