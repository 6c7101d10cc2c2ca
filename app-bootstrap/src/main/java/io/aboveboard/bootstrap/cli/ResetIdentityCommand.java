package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.wiring.Installations;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.EraseOutcome;
import io.aboveboard.domain.consent.Actor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reset-identity}. */
@Command(
        name = "reset-identity",
        description = {
            "Make this a new installation: a copy of an image that was started before must not pass for the original.",
            "Withdraws first, puts the receipts aside; the next start makes a new id, and nobody has decided for it."
        })
final class ResetIdentityCommand extends ConfiguredCommand {
    @Option(names = "--yes", description = "Really do it. The old identity does not come back.")
    private boolean confirmed;

    ResetIdentityCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        if (!Installations.isAnythingLeft(config)) {
            console().say("there is no identity yet, so there is none to give up");
            return ExitCode.DONE;
        }
        if (!confirmed) {
            console().complain("this gives up the identity of the installation for good; say --yes to do it");
            return ExitCode.WRONG_USAGE;
        }
        return reset(config);
    }

    private int reset(AppConfig config) {
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.owning(config, context().monitor())) {
            if (!telemetry.isOwner()) {
                console().complain("another process acts for this installation; stop it first");
                return ExitCode.COULD_NOT;
            }
            if (telemetry.aboveboard().erasure().resetIdentity(Actor.cli()) instanceof EraseOutcome.NotDone notDone) {
                console().complain("not wholly reset, so run it again: " + notDone.why());
                return ExitCode.COULD_NOT;
            }
            console().say("the identity was given up; the next start makes a new one, undecided");
            return ExitCode.DONE;
        }
    }
}
