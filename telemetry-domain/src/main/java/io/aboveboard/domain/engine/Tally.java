package io.aboveboard.domain.engine;

import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.record.DropReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of every record, and tells the monitor. Thread-safe. */
final class Tally {
    private final TelemetryMonitor monitor;
    private final LongAdder offered = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final Map<DropReason, LongAdder> dropped = new EnumMap<>(DropReason.class);

    Tally(TelemetryMonitor monitor) {
        this.monitor = monitor;
        for (DropReason reason : DropReason.values()) {
            dropped.put(reason, new LongAdder());
        }
    }

    void offered() {
        offered.increment();
    }

    void delivered(long records) {
        if (records > 0) {
            delivered.add(records);
            monitor.delivered(records);
        }
    }

    void dropped(DropReason reason, long records) {
        LongAdder counter = dropped.get(reason);
        if (records > 0 && counter != null) {
            counter.add(records);
            monitor.dropped(reason, records);
        }
    }

    void lost(Map<PropertyLoss, Integer> losses) {
        losses.forEach(monitor::lost);
    }

    Counts counts(long pending) {
        Map<DropReason, Long> nonZero = new EnumMap<>(DropReason.class);
        dropped.forEach((reason, counter) -> {
            if (counter.sum() > 0) {
                nonZero.put(reason, counter.sum());
            }
        });
        return new Counts(offered.sum(), delivered.sum(), pending, nonZero);
    }
}
