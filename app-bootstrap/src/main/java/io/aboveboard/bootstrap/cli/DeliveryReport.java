package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.record.DropReason;
import java.time.Duration;
import java.util.stream.Collectors;

/** Delivers what a command made, and says what came of it. */
final class DeliveryReport {
    private final Console console;

    DeliveryReport(Console console) {
        this.console = console;
    }

    int deliver(OneShotTelemetry telemetry, Duration atMost, String done) {
        if (telemetry.flush(atMost) instanceof FlushOutcome.StillPending pending) {
            console.complain("not delivered, and not kept: " + pending.why());
            return ExitCode.COULD_NOT;
        }
        String dropped = droppedBy(telemetry.aboveboard());
        if (!dropped.isEmpty()) {
            console.complain("not delivered: " + dropped);
            return ExitCode.COULD_NOT;
        }
        console.say(done);
        return ExitCode.DONE;
    }

    private static String droppedBy(Aboveboard aboveboard) {
        return aboveboard.transparency().status().counts().dropped().keySet().stream()
                .map(DropReason::code)
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
