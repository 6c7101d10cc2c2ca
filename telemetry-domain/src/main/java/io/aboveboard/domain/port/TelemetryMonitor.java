package io.aboveboard.domain.port;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.privacy.PrivateKind;
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
     * Something private was replaced in the values of records, by the marker of its kind. The records stay; a monitor that
     * is not interested need not listen.
     *
     * @param kind what it was
     * @param times how often
     */
    default void replaced(PrivateKind kind, long times) {}

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
