package io.aboveboard.bootstrap.wiring;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxContents;
import io.aboveboard.domain.port.TelemetryMonitor;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Telemetry for a command that does one thing and ends, without a thread of its own. Closing it sends nothing. Not
 * thread-safe; whoever opens it closes it.
 */
public final class OneShotTelemetry implements AutoCloseable {
    /** A person waits: a command must be able to say within 10 s that there was no answer. */
    private static final Duration LONGEST_EXPORT = Duration.ofSeconds(4);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final Aboveboard aboveboard;
    private final Outbox outbox;
    private final boolean owner;

    private OneShotTelemetry(Aboveboard aboveboard, Outbox outbox, boolean owner) {
        this.aboveboard = aboveboard;
        this.outbox = outbox;
        this.owner = owner;
    }

    /**
     * For a command that looks or decides. It sends nothing, and creates nothing but what a decision needs.
     *
     * @param config the settings
     * @param monitor who is told
     * @return the telemetry
     */
    public static OneShotTelemetry looking(AppConfig config, TelemetryMonitor monitor) {
        Outbox outbox = Adapters.outbox(config);
        return new OneShotTelemetry(
                build(config, OpenInstallation.looking(config), outbox, monitor, FirstRunNotice.none()), outbox, false);
    }

    /**
     * For a command that acts as the application: unless another process does, it becomes the one that delivers, and
     * does what every start does first: identity, decisions made elsewhere, base telemetry.
     *
     * @param config the settings
     * @param monitor who is told
     * @param notice who tells the person, before the first byte leaves
     * @return the telemetry
     */
    public static OneShotTelemetry acting(AppConfig config, TelemetryMonitor monitor, FirstRunNotice notice) {
        Outbox outbox = Adapters.outbox(config);
        boolean owner = config.mayReport() && OwnedOutbox.claims(outbox, monitor);
        OneShotTelemetry telemetry = new OneShotTelemetry(
                build(config, OpenInstallation.acting(config), outbox, monitor, notice), outbox, owner);
        if (telemetry.owner) {
            ServiceMemory.remember(config, monitor);
            telemetry.aboveboard.keepHouse();
        }
        return telemetry;
    }

    /**
     * For a command that deletes what no other process may be at work with. It records and sends nothing.
     *
     * @param config the settings
     * @param monitor who is told
     * @return the telemetry; its owner unless another process is
     */
    public static OneShotTelemetry owning(AppConfig config, TelemetryMonitor monitor) {
        Outbox outbox = Adapters.outbox(config);
        boolean owner = OwnedOutbox.claims(outbox, monitor);
        return new OneShotTelemetry(
                build(config, OpenInstallation.acting(config), outbox, monitor, FirstRunNotice.none()), outbox, owner);
    }

    private static Aboveboard build(
            AppConfig config,
            InstallationStore installation,
            Outbox outbox,
            TelemetryMonitor monitor,
            FirstRunNotice notice) {
        return Adapters.settings(config)
                .monitor(monitor)
                .notice(notice)
                .probe(Adapters.probe(config))
                .installation(installation)
                .outbox(outbox)
                .sink(Adapters.sink(config, LONGEST_EXPORT))
                .mirror(Adapters.mirror(config))
                .closeWait(Duration.ZERO)
                .build();
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
     * Whether no other process delivers for this installation.
     *
     * @return true if this one does
     */
    public boolean isOwner() {
        return owner;
    }

    /**
     * Delivers what is waiting, or waits for the process that does. On the thread that calls an attempt is not cut short,
     * so none is begun that could last longer than there is time.
     *
     * @param atMost how long it may take
     * @return whether something is still waiting
     */
    public FlushOutcome flush(Duration atMost) {
        if (!owner) {
            return awaitTheOther(atMost);
        }
        Duration toBegin = atMost.minus(LONGEST_EXPORT);
        return aboveboard.flush(toBegin.isNegative() ? atMost : toBegin);
    }

    private FlushOutcome awaitTheOther(Duration atMost) {
        outbox.nudge();
        long deadline = System.nanoTime() + atMost.toNanos();
        while (isWaiting() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        if (!isWaiting()) {
            return FlushOutcome.Drained.DRAINED;
        }
        String why = aboveboard.transparency().status().delivery().reason();
        return new FlushOutcome.StillPending(
                aboveboard.transparency().status().counts().pending(),
                why.isEmpty() ? "the process that delivers has not done so yet" : why);
    }

    private boolean isWaiting() {
        OutboxContents contents = outbox.contents();
        return contents.base() + contents.detailed() > 0;
    }

    @Override
    public void close() {
        aboveboard.close();
    }
}
