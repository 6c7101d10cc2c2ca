package io.aboveboard.adapter.sink.otlp.config;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * Makes a sink out of named settings, as an environment holds them. White space around a value does not count, and an
 * empty value is none. A pure function but for the files that settings name.
 */
public final class SinkSettings {
    /** Says which rules hold: those of {@code GRAFANA_OTLP_…} where unset, of OpenTelemetry where {@code otel}. */
    public static final String SINK = "TELEMETRY_SINK";

    /** Allows credentials to travel unencrypted to another machine. */
    public static final String ALLOW_HTTP = "TELEMETRY_SINK_ALLOW_HTTP";

    static final SettingFiles NO_FILES = (path, secret) -> {
        throw new IOException("no file can be read here");
    };

    private SinkSettings() {}

    /**
     * Reads the settings.
     *
     * @param settings by name; those that do not concern the sink are ignored
     * @param files reads the files they name
     */
    public static SinkReading read(Map<String, String> settings, SettingFiles files) {
        Findings findings = new Findings(settings, files);
        return switch (findings.setting(SINK).value().toLowerCase(Locale.ROOT)) {
            case "" -> new GrafanaSettings(findings).read();
            case "otel" -> new OtelSettings(findings).read();
            default -> {
                findings.error(SINK, "must be otel, or unset");
                yield new GrafanaSettings(findings).read();
            }
        };
    }
}
