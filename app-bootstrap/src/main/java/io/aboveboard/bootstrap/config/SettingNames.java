package io.aboveboard.bootstrap.config;

import io.aboveboard.adapter.sink.otlp.config.SinkSettings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The names of the settings, and what somebody who wrote another one probably meant. */
public final class SettingNames {
    /** Where {@code installation.json} lies. */
    public static final String FOLDER = "INSTALLATION_CONFIG_DIR";

    /** Who reports. */
    public static final String SERVICE = "OTEL_SERVICE_NAME";

    /** Its version. */
    public static final String VERSION = "APP_VERSION";

    /** The address of the sink. */
    public static final String GRAFANA_ENDPOINT = "GRAFANA_OTLP_ENDPOINT";

    /** The token of the sink. */
    public static final String GRAFANA_TOKEN = "GRAFANA_OTLP_TOKEN";

    /** Where the page and the ingest listen. */
    public static final String HTTP_ADDRESS = "TELEMETRY_HTTP_ADDRESS";

    static final String HTTP_TOKEN_FILE = "TELEMETRY_HTTP_TOKEN_FILE";
    static final String HTTP_ALLOWED_HOSTS = "TELEMETRY_HTTP_ALLOWED_HOSTS";
    static final String GRAFANA_TOKEN_FILE = "GRAFANA_OTLP_TOKEN_FILE";
    static final String CHANNEL = "RELEASE_CHANNEL";
    static final String ENVIRONMENT = "DEPLOYMENT_ENVIRONMENT";
    static final String HEARTBEAT_AT = "TELEMETRY_HEARTBEAT_AT";
    static final String HEARTBEAT_SPREAD = "TELEMETRY_HEARTBEAT_SPREAD";
    static final String ZONE = "TZ";
    static final String CONSENT_TEXT = "TELEMETRY_CONSENT_TEXT_VERSION";
    static final String EVENT_SCHEMA = "TELEMETRY_EVENT_SCHEMA_FILE";
    static final String DATABASE_URL = "TELEMETRY_DATABASE_URL";
    static final String DATABASE_USER = "TELEMETRY_DATABASE_USER";
    static final String DATABASE_PASSWORD = "TELEMETRY_DATABASE_PASSWORD";
    static final String DATABASE_PASSWORD_FILE = "TELEMETRY_DATABASE_PASSWORD_FILE";
    static final String MIRROR_URL = "TELEMETRY_MIRROR_URL";
    static final String MIRROR_USER = "TELEMETRY_MIRROR_USER";
    static final String MIRROR_PASSWORD = "TELEMETRY_MIRROR_PASSWORD";
    static final String MIRROR_PASSWORD_FILE = "TELEMETRY_MIRROR_PASSWORD_FILE";
    static final String MIRROR_READ = "TELEMETRY_MIRROR_READ_SQL";
    static final String MIRROR_WRITE = "TELEMETRY_MIRROR_WRITE_SQL";

    /** Whoever sets one of these has chosen a sink, and all of it comes from there. */
    static final Set<String> SINK = Set.of(GRAFANA_ENDPOINT, GRAFANA_TOKEN, GRAFANA_TOKEN_FILE, SinkSettings.SINK);

    /** Names under these prefixes are ours: one that we do not know is a mistake. */
    private static final List<String> OWN_PREFIXES = List.of("TELEMETRY_", "GRAFANA_OTLP_");

    private static final Set<String> OWN = Set.of(
            GRAFANA_ENDPOINT,
            GRAFANA_TOKEN,
            GRAFANA_TOKEN_FILE,
            CONSENT_TEXT,
            EVENT_SCHEMA,
            HEARTBEAT_AT,
            HEARTBEAT_SPREAD,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            DATABASE_PASSWORD_FILE,
            MIRROR_URL,
            MIRROR_USER,
            MIRROR_PASSWORD,
            MIRROR_PASSWORD_FILE,
            MIRROR_READ,
            MIRROR_WRITE,
            HTTP_ADDRESS,
            HTTP_ALLOWED_HOSTS,
            HTTP_TOKEN_FILE,
            SinkSettings.SINK,
            SinkSettings.ALLOW_HTTP,
            "TELEMETRY_LAYERS",
            "TELEMETRY_PROXY",
            "TELEMETRY_PROXY_USER",
            "TELEMETRY_PROXY_PASSWORD",
            "TELEMETRY_PROXY_PASSWORD_FILE");

    private static final Set<String> OTHERS = Set.of("ENABLE_TELEMETRY", "DO_NOT_TRACK", "OTEL_SDK_DISABLED");

    private SettingNames() {}

    /** A warning for each name that looks like a setting and is none. */
    static List<SettingProblem> unknownAmong(Collection<String> names) {
        return names.stream()
                .filter(name -> OWN_PREFIXES.stream().anyMatch(name::startsWith))
                .filter(name -> !OWN.contains(name))
                .sorted()
                .map(name -> new SettingProblem(name, "is not a setting" + suggestionFor(name)))
                .toList();
    }

    private static String suggestionFor(String name) {
        return nearest(name).map(known -> "; did you mean " + known + "?").orElse("");
    }

    private static Optional<String> nearest(String name) {
        Comparator<String> byDistance = Comparator.comparingInt(known -> EditDistance.between(name, known));
        return Stream.concat(OWN.stream(), OTHERS.stream())
                .sorted()
                .min(byDistance)
                .filter(known -> EditDistance.between(name, known) <= Math.max(2, name.length() / 3));
    }
}
