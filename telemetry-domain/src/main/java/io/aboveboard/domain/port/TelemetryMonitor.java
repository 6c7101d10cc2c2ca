package io.aboveboard.domain.port;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.record.DropReason;

/**
 * Is told what the library would otherwise have to log. Called on the library's own threads and, for drops at the door, on
 * the caller's; implementations are thread-safe, quick, and must not throw.
 */
public interface TelemetryMonitor {
    /**
     * Records were dropped.
     *
     * @param reason why
     * @param records how many
     */
    void dropped(DropReason reason, long records);

    /**
     * Properties were left out of a record.
     *
     * @param reason why
     * @param properties how many
     */
    void lost(PropertyLoss reason, long properties);

    /**
     * Records were delivered.
     *
     * @param records how many
     */
    void delivered(long records);

    /**
     * Something a person should know. Repetitions of the same are reported once.
     *
     * @param message one sentence, safe to show
     */
    void warned(String message);

    /**
     * For hosts that do not want to know.
     *
     * @return a monitor that ignores everything
     */
    static TelemetryMonitor noop() {
        return NoopTelemetryMonitor.INSTANCE;
    }
}
