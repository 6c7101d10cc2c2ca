package io.aboveboard.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line without a command. */
@Command(
        name = "aboveboard",
        synopsisSubcommandLabel = "COMMAND",
        description = "Consent-first telemetry for self-hosted software.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:could not", "2:wrong usage or configuration"},
        footerHeading = "%nSettings are read from the environment:%n",
        footer = {
            "  GRAFANA_OTLP_ENDPOINT, GRAFANA_OTLP_TOKEN or GRAFANA_OTLP_TOKEN_FILE   where to report to",
            "  TELEMETRY_SINK=otel with OTEL_EXPORTER_OTLP_ENDPOINT and its like      the same, by OpenTelemetry",
            "  OTEL_SERVICE_NAME, APP_VERSION, RELEASE_CHANNEL, DEPLOYMENT_ENVIRONMENT   who reports",
            "  INSTALLATION_CONFIG_DIR                                where the installation lies",
            "  DO_NOT_TRACK=1, OTEL_SDK_DISABLED=true, TELEMETRY_LAYERS=none   switch everything off",
            "  TELEMETRY_LAYERS=base, ENABLE_TELEMETRY=false          never a product event",
            "  TELEMETRY_HEARTBEAT_AT, TELEMETRY_HEARTBEAT_SPREAD, TZ  when the daily heartbeat is made"
        })
final class RootCommand implements Callable<Integer> {
    @Mixin
    private final GlobalOptions options;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RootCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    @Override
    public String toString() {
        return "RootCommand[version=" + version + ", help=" + options.isHelpWanted() + "]";
    }
}
