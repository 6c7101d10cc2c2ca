package io.aboveboard.domain.engine;

import io.aboveboard.domain.port.TelemetryMonitor;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a person should know now: at most one sentence a topic, so that it stays bounded. The monitor hears of each once,
 * and again only after it has changed or been settled. Thread-safe.
 */
final class Warnings {
    private final TelemetryMonitor monitor;
    private final Map<Topic, String> raised = new EnumMap<>(Topic.class);

    Warnings(TelemetryMonitor monitor) {
        this.monitor = monitor;
    }

    enum Topic {
        SETTINGS,
        INSTALLATION,
        CONSENT,
        MIRROR,
        NOTICE,
        RECORDING,
        DELIVERY,
        SCHEDULE,
        CLOCK,
        ENGINE
    }

    void raise(Topic topic, String message) {
        if (!message.equals(amend(topic, message))) {
            monitor.warned(message);
        }
    }

    /** Changes what is shown without telling the monitor; returns what was shown before, or an empty text. */
    String amend(Topic topic, String message) {
        synchronized (raised) {
            String before = raised.put(topic, message);
            return before == null ? "" : before;
        }
    }

    void settle(Topic topic) {
        synchronized (raised) {
            raised.remove(topic);
        }
    }

    List<String> current() {
        synchronized (raised) {
            return List.copyOf(raised.values());
        }
    }
}
