package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.api.FlushOutcome;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Has delivered what is waiting, and says what came of it since this was made. */
final class DeliveryReport {
    private final Console console;
    private final OneShotTelemetry telemetry;
    private final Counts before;

    DeliveryReport(Console console, OneShotTelemetry telemetry) {
        this.console = console;
        this.telemetry = telemetry;
        this.before = counts();
    }

    int deliver(Duration atMost, Supplier<String> done) {
        if (telemetry.flush(atMost) instanceof FlushOutcome.StillPending pending) {
            console.complain("not delivered, kept for the next run or flush: " + pending.why());
            return ExitCode.COULD_NOT;
        }
        String dropped = droppedSince();
        if (!dropped.isEmpty()) {
            console.complain("not delivered: " + dropped);
            return ExitCode.COULD_NOT;
        }
        console.say(done.get());
        return ExitCode.DONE;
    }

    /** How many were delivered since this was made. */
    long delivered() {
        return counts().delivered() - before.delivered();
    }

    private String droppedSince() {
        return counts().dropped().entrySet().stream()
                .filter(now -> now.getValue() > before.dropped().getOrDefault(now.getKey(), 0L))
                .map(now -> now.getKey().code())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private Counts counts() {
        return telemetry.aboveboard().transparency().status().counts();
    }
}
