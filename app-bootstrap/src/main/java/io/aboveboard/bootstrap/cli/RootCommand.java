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
            "  GRAFANA_OTLP_ENDPOINT                where to report to",
            "  GRAFANA_OTLP_TOKEN, ..._TOKEN_FILE   the credentials for it, or a file that holds them",
            "  TELEMETRY_SINK=otel                  take both from OTEL_EXPORTER_OTLP_... instead",
            "  OTEL_SERVICE_NAME, APP_VERSION       who reports",
            "  RELEASE_CHANNEL                      how it was distributed",
            "  DEPLOYMENT_ENVIRONMENT               where it is deployed",
            "  INSTALLATION_CONFIG_DIR              where the installation lies",
            "  TELEMETRY_DATABASE_URL               where replicas share it instead, with ..._USER, ..._PASSWORD",
            "                                       or ..._PASSWORD_FILE",
            "  DO_NOT_TRACK=1                       nothing at all; OTEL_SDK_DISABLED=true and",
            "                                       TELEMETRY_LAYERS=none mean the same",
            "  TELEMETRY_LAYERS=base                never a product event, as ENABLE_TELEMETRY=false",
            "  TELEMETRY_HEARTBEAT_AT, ..._SPREAD   when the daily heartbeat is made, in the zone TZ"
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
