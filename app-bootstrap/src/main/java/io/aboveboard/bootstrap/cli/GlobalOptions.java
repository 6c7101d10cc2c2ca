package io.aboveboard.bootstrap.cli;

import io.aboveboard.bootstrap.config.SettingNames;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Options that every command takes; they count more than the settings of the same meaning. */
final class GlobalOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show what the libraries log, and stack traces.")
    private boolean debug;

    @Option(
            names = "--config-dir",
            paramLabel = "DIR",
            defaultValue = "",
            scope = ScopeType.INHERIT,
            description = "Where installation.json lies (INSTALLATION_CONFIG_DIR).")
    private String configDir = "";

    @Option(
            names = "--service",
            paramLabel = "NAME",
            defaultValue = "",
            scope = ScopeType.INHERIT,
            description = "The product that reports (OTEL_SERVICE_NAME).")
    private String service = "";

    @Option(
            names = "--app-version",
            paramLabel = "VERSION",
            defaultValue = "",
            scope = ScopeType.INHERIT,
            description = "Its version (APP_VERSION).")
    private String appVersion = "";

    boolean isDebug() {
        return debug;
    }

    boolean isHelpWanted() {
        return help;
    }

    /** What was given, as settings. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put(SettingNames.FOLDER, configDir);
        settings.put(SettingNames.SERVICE, service);
        settings.put(SettingNames.VERSION, appVersion);
        return settings;
    }
}
