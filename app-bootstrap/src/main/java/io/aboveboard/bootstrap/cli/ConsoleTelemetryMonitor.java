package io.aboveboard.bootstrap.cli;

import io.aboveboard.domain.event.PropertyLoss;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.privacy.PrivateKind;
import io.aboveboard.domain.record.DropReason;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the person at the command line, and nothing twice. What became of the records the command tells itself.
 * Thread-safe.
 */
final class ConsoleTelemetryMonitor implements TelemetryMonitor {
    private final Console console;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    ConsoleTelemetryMonitor(Console console) {
        this.console = console;
    }

    @Override
    public void dropped(DropReason reason, long records) {
        // The command says so.
    }

    @Override
    public void lost(PropertyLoss reason, long properties) {
        console.complain("warning: " + properties + (properties == 1 ? " property was" : " properties were")
                + " left out: " + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public void replaced(PrivateKind kind, long times) {
        console.complain("note: " + kind.marker() + " was written in place of something private, " + times
                + (times == 1 ? " time" : " times"));
    }

    @Override
    public void delivered(long records) {
        // The command says so.
    }

    @Override
    public void warned(String message) {
        if (told.add(message)) {
            console.complain("warning: " + message);
        }
    }
}
