package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.status.ConsentJson;
import io.aboveboard.bootstrap.status.ConsentText;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.ConsentControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code consent show}. */
@Command(name = "show", description = "Show what was decided, and whether it is in force.")
final class ConsentShowCommand extends ConfiguredCommand {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    ConsentShowCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.looking(config, context().monitor())) {
            show(telemetry.aboveboard().consent());
        }
        return ExitCode.DONE;
    }

    private void show(ConsentControl consent) {
        if (json) {
            console().print(ConsentJson.asked(consent.current(), consent.terms()));
        } else {
            console().say(ConsentText.of(consent.current()));
        }
    }
}
