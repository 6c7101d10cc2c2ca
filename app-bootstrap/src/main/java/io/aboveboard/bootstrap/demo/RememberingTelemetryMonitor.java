package io.aboveboard.bootstrap.demo;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.record.DropReason;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Notes what the library remarks, which explains a story that broke. Thread-safe. */
final class RememberingTelemetryMonitor implements TelemetryMonitor {
    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();

    @Override
    public void dropped(DropReason reason, long records) {
        // Part of the story, and counted in its status.
    }

    @Override
    public void lost(PropertyLoss reason, long properties) {
        warnings.add(properties + " properties were left out: " + reason);
    }

    @Override
    public void delivered(long records) {
        // The receiver tells.
    }

    @Override
    public void warned(String message) {
        warnings.add(message);
    }

    BrokenStoryException addedTo(BrokenStoryException broken) {
        return warnings.isEmpty()
                ? broken
                : new BrokenStoryException(broken.getMessage() + " (" + String.join("; ", warnings) + ")");
    }
}
