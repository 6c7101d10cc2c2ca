package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.consent.RefusalReason;
import java.time.Duration;
import picocli.CommandLine.Command;

/** {@code flush}. */
@Command(
        name = "flush",
        description = {
            "Send now what is waiting, also where delivery is parked or pauses after failures.",
            "A receiver that asked to be left alone is left alone."
        })
final class FlushCommand extends ConfiguredCommand {
    private static final Duration WHOLE_TIME = Duration.ofSeconds(10);

    FlushCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.acting(config, context().monitor(), context().notice())) {
            RefusalReason refusal =
                    telemetry.aboveboard().transparency().status().baseRefusal();
            if (refusal != null) {
                console().complain("not sent: " + refusal.explanation());
                return ExitCode.COULD_NOT;
            }
            return report(telemetry, new DeliveryReport(console(), telemetry));
        }
    }

    private int report(OneShotTelemetry telemetry, DeliveryReport report) {
        if (telemetry.flush(WHOLE_TIME) instanceof FlushOutcome.StillPending pending) {
            console().complain(pending.records() + " not delivered, kept for the next run or flush: " + pending.why());
            return ExitCode.COULD_NOT;
        }
        console().say("delivered " + report.delivered() + ", nothing is waiting");
        return ExitCode.DONE;
    }
}
