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
        RECORDING,
        DELIVERY,
        SCHEDULE,
        ENGINE
    }

    void raise(Topic topic, String message) {
        synchronized (raised) {
            if (message.equals(raised.put(topic, message))) {
                return;
            }
        }
        monitor.warned(message);
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
