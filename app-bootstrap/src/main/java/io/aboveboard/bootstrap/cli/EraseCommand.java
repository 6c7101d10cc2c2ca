package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.Installations;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.EraseOutcome;
import io.aboveboard.domain.consent.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code erase}. */
@Command(
        name = "erase",
        description = {
            "Forget everything: what is waiting, what was sent, the identity, and the receipts.",
            "The keys of the host in installation.json stay. Keep the receipts before: consent export."
        })
final class EraseCommand extends ConfiguredCommand {
    @Option(names = "--yes", description = "Really do it. Nothing of it comes back.")
    private boolean confirmed;

    EraseCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        if (!Installations.isAnythingLeft(config)) {
            console().say("nothing is there to be forgotten");
            return ExitCode.DONE;
        }
        if (!confirmed) {
            console().complain("this forgets everything for good; keep the receipts by consent export, then say --yes");
            return ExitCode.WRONG_USAGE;
        }
        return erase(config);
    }

    private int erase(AppConfig config) {
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.owning(config, context().monitor())) {
            if (!telemetry.isOwner()) {
                console().complain("another process acts for this installation; stop it first");
                return ExitCode.COULD_NOT;
            }
            if (telemetry.aboveboard().erasure().erase(Actor.cli()) instanceof EraseOutcome.NotDone notDone) {
                console().complain("not everything is forgotten, so run it again: " + notDone.why());
                return ExitCode.COULD_NOT;
            }
            console().say("everything is forgotten; to keep it so, set DO_NOT_TRACK=1 before the next start");
            return ExitCode.DONE;
        }
    }
}
