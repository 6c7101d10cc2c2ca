package io.aboveboard.bootstrap.wiring;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.OutboxException;
import io.aboveboard.domain.port.TelemetryMonitor;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for the outbox of a folder to be free. */
public final class OwnedOutbox {
    private static final Duration POLL = Duration.ofMillis(50);

    private OwnedOutbox() {}

    /**
     * Becomes the process that delivers for an installation.
     *
     * @param config the settings
     * @param patience how long to wait for another process to give it back
     * @param monitor who is told where the folder cannot be written, which is no reason to stop
     * @return the outbox, to be closed by the caller, or {@code null} where another process keeps it
     */
    public static @Nullable Outbox of(AppConfig config, Duration patience, TelemetryMonitor monitor) {
        Outbox outbox = Adapters.outbox(config);
        long deadline = System.nanoTime() + patience.toNanos();
        boolean owned = claims(outbox, monitor);
        while (!owned && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(POLL.toNanos());
            owned = claims(outbox, monitor);
        }
        if (owned) {
            return outbox;
        }
        outbox.close();
        return null;
    }

    /** A folder that cannot be written is no reason to stop: what that means is told where it matters. */
    static boolean claims(Outbox outbox, TelemetryMonitor monitor) {
        try {
            return outbox.claim();
        } catch (OutboxException impossible) {
            monitor.warned(String.valueOf(impossible.getMessage()));
            return true;
        }
    }
}
