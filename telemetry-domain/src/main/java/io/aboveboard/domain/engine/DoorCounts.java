package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.record.DropReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Counts what callers are answered: taken, or dropped for a reason. Thread-safe. */
final class DoorCounts {
    private final DoorCounter taken = new DoorCounter();
    private final Map<DropReason, Turnstile> turnstiles = new EnumMap<>(DropReason.class);

    /** Counts of nobody yet. */
    DoorCounts(TelemetryMonitor monitor) {
        boolean isHeard = !TelemetryMonitor.noop().equals(monitor);
        for (DropReason reason : DropReason.values()) {
            turnstiles.put(reason, new Turnstile(reason, isHeard ? monitor : null));
        }
    }

    /** Somebody was let in. */
    void taken() {
        taken.increment();
    }

    /** Where callers are turned away for a reason. */
    Turnstile turnstile(DropReason reason) {
        return Objects.requireNonNull(turnstiles.get(reason));
    }

    /** All counts at one moment, so that who was turned away is found among those who came. */
    Sums sums() {
        Map<DropReason, Long> dropped = new EnumMap<>(DropReason.class);
        turnstiles.forEach((reason, turnstile) -> dropped.put(reason, turnstile.sum()));
        return new Sums(taken.sum(), dropped);
    }

    /** What was counted up to a moment. */
    record Sums(long taken, Map<DropReason, Long> dropped) {
        long of(DropReason reason) {
            return dropped.getOrDefault(reason, 0L);
        }

        /** Everybody who came. */
        long offered() {
            return taken + dropped.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
