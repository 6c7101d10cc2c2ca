package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.port.TelemetryMonitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code consent grant}. */
@Command(
        name = "grant",
        description = "Say yes to product events. The first yes of an installation sends its one install ping.")
final class ConsentGrantCommand extends ConfiguredCommand {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    ConsentGrantCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        TelemetryMonitor monitor = context().monitor();
        try (OneShotTelemetry telemetry = OneShotTelemetry.looking(config, monitor)) {
            DecisionOutcome outcome = telemetry.aboveboard().consent().grant(Actor.cli());
            return new DecisionReport(console(), monitor, json)
                    .of(outcome, telemetry.aboveboard().consent().current());
        }
    }
}
