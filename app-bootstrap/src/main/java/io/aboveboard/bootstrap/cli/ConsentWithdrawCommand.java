package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.api.EraseOutcome;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.port.TelemetryMonitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code consent withdraw}. */
@Command(name = "withdraw", description = "Say no to product events. It counts at once; base telemetry goes on.")
final class ConsentWithdrawCommand extends ConfiguredCommand {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    @Option(names = "--forget-sent", description = "Forget what was sent, too.")
    private boolean forgetSent;

    ConsentWithdrawCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        TelemetryMonitor monitor = context().monitor();
        try (OneShotTelemetry telemetry = OneShotTelemetry.looking(config, monitor)) {
            DecisionOutcome outcome = telemetry.aboveboard().consent().withdraw(Actor.cli());
            if (forgetSent && telemetry.aboveboard().erasure().forgetSent() instanceof EraseOutcome.NotDone notDone) {
                console().complain("what was sent is not forgotten: " + notDone.why());
                return ExitCode.COULD_NOT;
            }
            return new DecisionReport(console(), monitor, json)
                    .of(outcome, telemetry.aboveboard().consent().current());
        }
    }
}
