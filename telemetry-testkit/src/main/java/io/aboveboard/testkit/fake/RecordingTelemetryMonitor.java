package io.aboveboard.testkit.fake;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A monitor that adds up what it is told. Thread-safe. */
public final class RecordingTelemetryMonitor implements TelemetryMonitor {
    private final Map<DropReason, Long> dropped = new ConcurrentHashMap<>();
    private final Map<PropertyLoss, Long> lost = new ConcurrentHashMap<>();
    private final Map<PrivateKind, Long> replaced = new ConcurrentHashMap<>();
    private final AtomicLong delivered = new AtomicLong();
    private final List<String> warnings = new CopyOnWriteArrayList<>();

    /** A monitor that was told nothing yet. */
    public RecordingTelemetryMonitor() {}

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
        warnings.add(message);
    }

    /**
     * How many records were dropped for each reason there was.
     *
     * @return a copy
     */
    public Map<DropReason, Long> dropped() {
        return Map.copyOf(dropped);
    }

    /**
     * How many properties were left out for each reason there was.
     *
     * @return a copy
     */
    public Map<PropertyLoss, Long> lost() {
        return Map.copyOf(lost);
    }

    /**
     * How often something private was replaced, for each kind there was.
     *
     * @return a copy
     */
    public Map<PrivateKind, Long> replaced() {
        return Map.copyOf(replaced);
    }

    /**
     * How many records were delivered.
     *
     * @return the sum
     */
    public long delivered() {
        return delivered.get();
    }

    /**
     * All warnings.
     *
     * @return a copy, oldest first
     */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
