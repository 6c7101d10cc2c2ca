package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.state.Ownership;
import io.aboveboard.bootstrap.wiring.FolderClaim;
import io.aboveboard.bootstrap.wiring.Installations;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.InstallationStoreException;
import java.time.Duration;
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
        if (Installations.of(config).read() instanceof InstallationReading.Missing) {
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
        try (Ownership ownership =
                FolderClaim.of(config, Duration.ZERO, context().monitor())) {
            if (ownership instanceof Ownership.HeldByAnother) {
                console().complain("another process acts for this installation; stop it first");
                return ExitCode.COULD_NOT;
            }
            return withdrawn(config) ? given(config) : ExitCode.COULD_NOT;
        }
    }

    /** What was recorded under the old identity must not be sent under a new one. */
    private boolean withdrawn(AppConfig config) {
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.looking(config, context().monitor())) {
            DecisionOutcome outcome = telemetry.aboveboard().consent().withdraw(Actor.cli());
            if (outcome instanceof DecisionOutcome.InForceUnsaved unsaved) {
                console().complain("nothing was reset, because not even a no could be saved: " + unsaved.why());
                return false;
            }
            return true;
        }
    }

    private int given(AppConfig config) {
        try {
            Installations.of(config).resetIdentity();
            console().say("the identity was given up; the next start makes a new one, undecided");
            return ExitCode.DONE;
        } catch (InstallationStoreException failed) {
            console().complain("not wholly reset, so run it again: " + failed.getMessage());
            return ExitCode.COULD_NOT;
        }
    }
}
