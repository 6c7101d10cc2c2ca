package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.status.StatusJson;
import io.aboveboard.bootstrap.status.StatusText;
import io.aboveboard.bootstrap.wiring.OneShotTelemetry;
import io.aboveboard.domain.api.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code status}. */
@Command(name = "status", description = "Show how everything stands. Changes and sends nothing.")
final class StatusCommand extends ConfiguredCommand {
    @Option(names = "--json", description = "For machines.")
    private boolean json;

    StatusCommand(CommandContext context, GlobalOptions options) {
        super(context, options);
    }

    @Override
    int run(AppConfig config) {
        try (OneShotTelemetry telemetry =
                OneShotTelemetry.looking(config, context().monitor())) {
            show(telemetry.aboveboard().transparency().status());
        }
        return ExitCode.DONE;
    }

    private void show(Status status) {
        if (json) {
            console().print(StatusJson.of(status));
            status.warnings().forEach(warning -> console().complain("warning: " + warning));
            return;
        }
        console().print(StatusText.of(status));
        status.warnings().forEach(warning -> console().say("warning     " + warning));
    }
}
