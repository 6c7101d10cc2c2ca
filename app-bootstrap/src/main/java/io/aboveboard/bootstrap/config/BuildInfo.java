package io.aboveboard.bootstrap.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/**
 * What the build wrote into the jar. {@link #toString} shows no token.
 *
 * @param version the version of the jar
 * @param endpoint the sink's address where none is set, empty if the build gave none
 * @param token its token, empty if the build gave none
 */
public record BuildInfo(String version, String endpoint, String token) {
    private static final String RESOURCE = "/io/aboveboard/bootstrap/build.properties";

    /**
     * Reads what the build of this jar wrote.
     *
     * @return the values
     */
    public static BuildInfo ofThisJar() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new BuildInfo(
                properties.getProperty("version", "unknown"),
                properties.getProperty("telemetry.otlp.endpoint", "").strip(),
                properties.getProperty("telemetry.otlp.token", "").strip());
    }

    /**
     * A build without defaults for the sink.
     *
     * @param version the version of the jar
     * @return the values
     */
    public static BuildInfo withoutSink(String version) {
        return new BuildInfo(version, "", "");
    }

    Map<String, String> sinkDefaults() {
        return Map.of(SettingNames.GRAFANA_ENDPOINT, endpoint, SettingNames.GRAFANA_TOKEN, token);
    }

    @Override
    public String toString() {
        return "BuildInfo[version=" + version + ", endpoint=" + endpoint + ", token=" + (token.isEmpty() ? "" : "***")
                + "]";
    }
}
