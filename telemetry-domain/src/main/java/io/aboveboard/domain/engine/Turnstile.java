package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.record.DropReason;

/**
 * Turns callers away for one reason: counts them, tells the monitor, and has the answer ready, since they may be many.
 * Thread-safe.
 */
final class Turnstile {
    private final Admission.Dropped answer;
    private final DoorCounter counter = new DoorCounter();
    private final @Nullable TelemetryMonitor monitor;

    /**
     * A turnstile.
     *
     * @param monitor who is told, or {@code null}
     */
    Turnstile(DropReason reason, @Nullable TelemetryMonitor monitor) {
        this.answer = new Admission.Dropped(reason);
        this.monitor = monitor;
    }

    /** Somebody is turned away, with this answer. */
    Admission.Dropped turnAway() {
        counter.increment();
        if (monitor != null) {
            monitor.dropped(answer.reason(), 1);
        }
        return answer;
    }

    /** How many were turned away. */
    long sum() {
        return counter.sum();
    }
}
