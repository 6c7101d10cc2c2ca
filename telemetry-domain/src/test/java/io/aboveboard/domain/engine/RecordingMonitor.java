package io.aboveboard.domain.engine;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Remembers what it is told. */
final class RecordingMonitor implements TelemetryMonitor {
    final Map<DropReason, Long> dropped = new ConcurrentHashMap<>();
    final Map<PropertyLoss, Long> lost = new ConcurrentHashMap<>();
    final Map<PrivateKind, Long> replaced = new ConcurrentHashMap<>();
    final AtomicLong delivered = new AtomicLong();
    private final List<String> warnings = new ArrayList<>();

    @Override
    public void dropped(DropReason reason, long records) {
        dropped.merge(reason, records, Long::sum);
    }

    @Override
    public void lost(PropertyLoss reason, long properties) {
        lost.merge(reason, properties, Long::sum);
    }

    @Override
    public void replaced(PrivateKind kind, long times) {
        replaced.merge(kind, times, Long::sum);
    }

    @Override
    public void delivered(long records) {
        delivered.addAndGet(records);
    }

    @Override
    public void warned(String message) {
        synchronized (warnings) {
            warnings.add(message);
        }
    }

    List<String> warnings() {
        synchronized (warnings) {
            return List.copyOf(warnings);
        }
    }
}
