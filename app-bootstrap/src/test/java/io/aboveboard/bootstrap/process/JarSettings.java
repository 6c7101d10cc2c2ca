package io.aboveboard.bootstrap.process;

import io.aboveboard.testkit.otlp.RecordingOtlpReceiver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The settings of the processes of a test. */
final class JarSettings {
    private JarSettings() {}

    /** A service that reports to a receiver, and whose heartbeat is due at any time of the day. */
    static Map<String, String> reportingTo(RecordingOtlpReceiver receiver, Path stateDir) {
        Map<String, String> settings = new HashMap<>();
        settings.put("GRAFANA_OTLP_ENDPOINT", receiver.baseEndpoint().toString());
        settings.put("GRAFANA_OTLP_TOKEN", "123456:secret");
        settings.put("OTEL_SERVICE_NAME", "timetracker");
        settings.put("APP_VERSION", "5.10.0");
        settings.put("RELEASE_CHANNEL", "beta");
        settings.put("DEPLOYMENT_ENVIRONMENT", "staging");
        settings.put("INSTALLATION_CONFIG_DIR", stateDir.toString());
        settings.put("TELEMETRY_HTTP_ADDRESS", "127.0.0.1:0");
        settings.put("TELEMETRY_HEARTBEAT_AT", "00:00");
        settings.put("TELEMETRY_HEARTBEAT_SPREAD", "PT0S");
        settings.put("TZ", zoneWhereItIsDay());
        settings.put("LANG", "de_AT.UTF-8");
        return settings;
    }

    /** A file that only its owner can read. */
    static Path secret(Path file, String text) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text);
    }

    static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    /** Far from midnight, so that no test sees two dates. In the names of this family west is positive. */
    static String zoneWhereItIsDay() {
        int hour = Instant.now().atOffset(ZoneOffset.UTC).getHour();
        int west = hour - 12;
        return "Etc/GMT" + (west < 0 ? west : "+" + west);
    }
}
