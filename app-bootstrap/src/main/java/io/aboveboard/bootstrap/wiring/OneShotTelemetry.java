package io.aboveboard.bootstrap.wiring;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.state.Ownership;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.AboveboardBuilder;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.port.TelemetryMonitor;
import java.time.Duration;

/**
 * Telemetry for a command that does one thing and ends. Closing it sends nothing. Not thread-safe; whoever opens it closes
 * it.
 */
public final class OneShotTelemetry implements AutoCloseable {
    /** A person waits: a command must be able to say within 10 s that there was no answer. */
    private static final Duration LONGEST_EXPORT = Duration.ofSeconds(4);

    private final Aboveboard aboveboard;
    private final Ownership ownership;
    private final boolean started;

    private OneShotTelemetry(Aboveboard aboveboard, Ownership ownership, boolean started) {
        this.aboveboard = aboveboard;
        this.ownership = ownership;
        this.started = started;
    }

    /**
     * For a command that looks or decides. No thread, no connection.
     *
     * @param config the settings
     * @param monitor who is told
     * @return the telemetry
     */
    public static OneShotTelemetry looking(AppConfig config, TelemetryMonitor monitor) {
        return new OneShotTelemetry(builder(config, monitor).build(), Ownership.HeldByAnother.HELD_BY_ANOTHER, false);
    }

    /**
     * For a command that sends what it makes, on the thread that calls. It becomes the owner of the installation unless
     * another process is.
     *
     * @param config the settings
     * @param monitor who is told
     * @return the telemetry
     */
    public static OneShotTelemetry sending(AppConfig config, TelemetryMonitor monitor) {
        return open(config, monitor, false);
    }

    /**
     * For a command that acts as the application: where no other process is the owner, decisions made elsewhere are taken
     * over and the base layer reports, as at every start.
     *
     * @param config the settings
     * @param monitor who is told
     * @return the telemetry
     */
    public static OneShotTelemetry acting(AppConfig config, TelemetryMonitor monitor) {
        return open(config, monitor, true);
    }

    private static OneShotTelemetry open(AppConfig config, TelemetryMonitor monitor, boolean starts) {
        Ownership ownership = ownershipOf(config, monitor);
        try {
            AboveboardBuilder builder = builder(config, monitor);
            boolean started = starts && !(ownership instanceof Ownership.HeldByAnother);
            return new OneShotTelemetry(started ? builder.start() : builder.build(), ownership, started);
        } catch (RuntimeException failed) {
            ownership.close();
            throw failed;
        }
    }

    private static Ownership ownershipOf(AppConfig config, TelemetryMonitor monitor) {
        return config.mayReport()
                ? FolderClaim.of(config, Duration.ZERO, monitor)
                : Ownership.HeldByAnother.HELD_BY_ANOTHER;
    }

    private static AboveboardBuilder builder(AppConfig config, TelemetryMonitor monitor) {
        return Adapters.settings(config)
                .monitor(monitor)
                .probe(Adapters.probe(config))
                .installation(Adapters.installation(config))
                .sink(Adapters.sink(config, LONGEST_EXPORT))
                .mirror(Adapters.mirror(config))
                .closeWait(Duration.ZERO);
    }

    /**
     * The telemetry itself.
     *
     * @return what was built
     */
    public Aboveboard aboveboard() {
        return aboveboard;
    }

    /**
     * Whether no other process acts for this installation.
     *
     * @return true if this one does
     */
    public boolean isOwner() {
        return !(ownership instanceof Ownership.HeldByAnother);
    }

    /**
     * Delivers what is waiting. On the thread that calls an attempt is not cut short, so none is begun that could last
     * longer than there is time.
     *
     * @param atMost how long it may take
     * @return whether something is still waiting
     */
    public FlushOutcome flush(Duration atMost) {
        Duration toBegin = atMost.minus(LONGEST_EXPORT);
        return aboveboard.flush(started || toBegin.isNegative() ? atMost : toBegin);
    }

    @Override
    public void close() {
        aboveboard.close();
        ownership.close();
    }
}
