package io.aboveboard.adapter.sink.otlp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import io.aboveboard.testkit.marks.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SinkSettingsTest {
    private static final String TOKEN = "123:canary";
    private static final String ADDRESS = "https://otlp.example.test/otlp";

    @Test
    void findsNoSinkWhereNothingIsSet() {
        assertThat(read(Map.of())).isInstanceOf(SinkReading.Absent.class);
        assertThat(read(Map.of(GrafanaSettings.ENDPOINT, "", GrafanaSettings.TOKEN, "  ")))
                .isInstanceOf(SinkReading.Absent.class);
    }

    @Test
    void ignoresTheOperatorsOwnObservabilityUnlessToldOtherwise() {
        assertThat(read(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", ADDRESS))).isInstanceOf(SinkReading.Absent.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://h.test, https://h.test/v1/logs",
        "https://h.test/, https://h.test/v1/logs",
        "https://h.test/otlp, https://h.test/otlp/v1/logs",
        "https://h.test/otlp/, https://h.test/otlp/v1/logs",
        "https://h.test/otlp/v1/logs, https://h.test/otlp/v1/logs",
        "https://h.test/v1/logs/, https://h.test/v1/logs",
        "HTTPS://h.test:4318, https://h.test:4318/v1/logs",
        "https://h.test:/x, https://h.test/x/v1/logs",
        "' https://h.test/a%20b\n', https://h.test/a%20b/v1/logs",
        "http://localhost:4318, http://localhost:4318/v1/logs",
        "http://127.0.0.1:4318, http://127.0.0.1:4318/v1/logs",
        "http://127.1.2.3:4318, http://127.1.2.3:4318/v1/logs",
        "http://[::1]:4318, http://[::1]:4318/v1/logs",
        "http://otlp.localhost, http://otlp.localhost/v1/logs"
    })
    @Fault("C18")
    void completesTheAddressAsTheOriginalDoes(String written, URI endpoint) {
        assertThat(configured(grafana(written, TOKEN)).endpoint()).isEqualTo(endpoint);
    }

    @ParameterizedTest
    @CsvSource({
        "h.test/otlp, must begin with https",
        "localhost:4318, must begin with https",
        "//h.test, must begin with https",
        "ftp://h.test, must begin with https",
        "file:///etc/passwd, must begin with https",
        "https://user:canary@h.test, must not hold a user",
        "https://canary@h_x.test, must not hold a user",
        "https://h.test/?a=canary, must not hold a query",
        "https://h.test/?, must not hold a query",
        "https://h.test/#canary, must not hold a query or a fragment",
        "https://h.te st, is not a URL",
        "https://h.test/a b, is not a URL",
        "https://bücher.test, is not a URL",
        "https://h.test/\u0000x, is not a URL",
        "https://h.test/%zz, is not a URL",
        "https://, is not a URL",
        "https:///otlp, has no valid host",
        "https:h.test, has no valid host",
        "https://under_score.test, has no valid host",
        "https://h.test:0, has no valid host and port",
        "https://h.test:65536, has no valid host and port",
        "http://h.test, credentials would travel unencrypted",
        "http://127.0.0.1.h.test, credentials would travel unencrypted",
        "http://10.0.0.1, credentials would travel unencrypted"
    })
    @Fault("C18")
    void refusesAnAddressThatCannotBeMeant(String written, String problem) {
        assertThat(errors(grafana(written, TOKEN)))
                .singleElement()
                .satisfies(error -> assertThat(error.toString())
                        .startsWith("GRAFANA_OTLP_ENDPOINT: ")
                        .contains(problem)
                        .doesNotContain("canary"));
    }

    @Test
    @Fault("C18")
    void sendsCredentialsUnencryptedOnlyWhereThatIsAllowedInSoManyWords() {
        Map<String, String> settings = grafana("http://10.0.0.1", TOKEN);
        settings.put(SinkSettings.ALLOW_HTTP, "TRUE");

        assertThat(configured(settings).endpoint()).isEqualTo(URI.create("http://10.0.0.1/v1/logs"));
    }

    @ParameterizedTest
    @CsvSource({
        "123:glc_abc, Basic MTIzOmdsY19hYmM=",
        "' 123:glc_abc\n', Basic MTIzOmdsY19hYmM=",
        "'123:a:b+c%d=', Basic MTIzOmE6YitjJWQ9",
        "Basic MTIzOnQ=, Basic MTIzOnQ=",
        "basic   MTIzOnQ=, Basic MTIzOnQ=",
        "MTIzOnQ=, Basic MTIzOnQ=",
        "MTIzOnQ, Basic MTIzOnQ"
    })
    @Fault("C16")
    void takesATokenInEachOfTheOriginalsForms(String token, String authorization) {
        assertThat(configured(grafana(ADDRESS, token)).headers())
                .containsExactly(Map.entry("authorization", Secret.of(authorization)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123:can\rary", "123:can\nary", "123:canary\u0000", "123:canäry", "123:can\tary", "glc_canary",
                "Bearer canary", "Basic", "Basic canary canary", "canary!", ":canary", "===="
            })
    @Fault("C16")
    void refusesATokenThatCannotBeMeantWithoutQuotingIt(String token) {
        assertThat(errors(grafana(ADDRESS, token)))
                .singleElement()
                .satisfies(error -> assertThat(error.toString())
                        .startsWith("GRAFANA_OTLP_TOKEN: ")
                        .doesNotContain("can")
                        .doesNotContain("ary"));
    }

    @Test
    void wantsAddressAndTokenTogether() {
        assertThat(errors(Map.of(GrafanaSettings.ENDPOINT, ADDRESS)))
                .extracting(SettingError::setting)
                .containsExactly("GRAFANA_OTLP_TOKEN");
        assertThat(errors(Map.of(GrafanaSettings.TOKEN, TOKEN)))
                .extracting(SettingError::setting)
                .containsExactly("GRAFANA_OTLP_ENDPOINT");
    }

    @Test
    void prefersTheTokenFileAndAsksForItAsASecret() {
        Map<String, String> settings = grafana(ADDRESS, "1:other");
        settings.put(GrafanaSettings.TOKEN_FILE, "/run/secrets/token");

        SinkReading reading = SinkSettings.read(settings, (path, secret) -> {
            assertThat(path).isEqualTo("/run/secrets/token");
            assertThat(secret).isTrue();
            return "123:t\n".getBytes(StandardCharsets.UTF_8);
        });

        assertThat(((SinkReading.Configured) reading).config().headers())
                .containsExactly(Map.entry("authorization", Secret.of("Basic MTIzOnQ=")));
    }

    @Test
    void namesTheTokenFileThatCannotBeRead() {
        Map<String, String> settings =
                Map.of(GrafanaSettings.ENDPOINT, ADDRESS, GrafanaSettings.TOKEN_FILE, "/run/secrets/token");

        assertThat(errors(settings))
                .containsExactly(new SettingError(
                        "GRAFANA_OTLP_TOKEN_FILE",
                        "cannot read /run/secrets/token: NoSuchFileException (/run/secrets/token)"));
    }

    @Test
    @Fault({"C15", "C17", "C18"})
    void reportsEverythingThatIsWrongAtOnce() {
        Map<String, String> settings = otel("LOGS_ENDPOINT", "ftp://h.test");
        settings.put("OTEL_EXPORTER_OTLP_LOGS_HEADERS", "nonsense,content-type=x,a=%zz");
        settings.put("OTEL_EXPORTER_OTLP_CERTIFICATE", "/ca.pem");
        settings.put("OTEL_EXPORTER_OTLP_CLIENT_KEY", "/key.pem");

        assertThat(errors(settings))
                .extracting(SettingError::toString)
                .containsExactly(
                        "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: must begin with https:// or http://",
                        "OTEL_EXPORTER_OTLP_LOGS_HEADERS: pair 1 has no equals sign",
                        "OTEL_EXPORTER_OTLP_LOGS_HEADERS: pair 2: the header content-type is set by the sender itself",
                        "OTEL_EXPORTER_OTLP_LOGS_HEADERS: pair 3 holds a % that no two hexadecimal digits follow",
                        "OTEL_EXPORTER_OTLP_CERTIFICATE: cannot read /ca.pem: NoSuchFileException (/ca.pem)",
                        "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE: is required together with "
                                + "OTEL_EXPORTER_OTLP_CLIENT_KEY (/key.pem)");
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, soon",
        "TIMEOUT, 0",
        "TIMEOUT, -1",
        "TIMEOUT, 60001",
        "TIMEOUT, 999999999999",
        "COMPRESSION, zstd",
        "PROTOCOL, grpc"
    })
    void warnsOfWhatItDoesNotUnderstandAndUsesTheDefault(String name, String value) {
        Map<String, String> settings = otel("ENDPOINT", "https://h.test");
        settings.put("OTEL_EXPORTER_OTLP_" + name, value);

        SinkReading.Configured reading = (SinkReading.Configured) read(settings);

        assertThat(reading.warnings()).extracting(SettingError::setting).containsExactly("OTEL_EXPORTER_OTLP_" + name);
        assertThat(reading.config().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(reading.config().gzip()).isTrue();
    }

    @Test
    void wantsAnAddressThatSomebodyChose() {
        assertThat(errors(Map.of(SinkSettings.SINK, "otel")))
                .containsExactly(
                        new SettingError("OTEL_EXPORTER_OTLP_ENDPOINT", "is required with TELEMETRY_SINK=otel"));
    }

    @Test
    void knowsNoOtherSinks() {
        assertThat(errors(Map.of(SinkSettings.SINK, "kafka")))
                .containsExactly(new SettingError("TELEMETRY_SINK", "must be otel, or unset"));
    }

    @Test
    @Fault({"C16", "I3"})
    void showsNoSecret() {
        OtlpSinkConfig config = OtlpSinkConfig.of(ADDRESS, TOKEN);

        assertThat(config.toString())
                .contains("https://otlp.example.test/otlp/v1/logs", "authorization=***")
                .doesNotContain("canary", "MTIz");
        assertThat(read(grafana(ADDRESS, TOKEN)).toString()).doesNotContain("canary", "MTIz");
    }

    @Test
    void tellsAnEmbedderAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> OtlpSinkConfig.of("ftp://h.test", "can\nary"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GRAFANA_OTLP_ENDPOINT")
                .hasMessageContaining("GRAFANA_OTLP_TOKEN")
                .hasMessageNotContaining("ary");
        assertThatThrownBy(() -> OtlpSinkConfig.of("", "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void checksAConfigurationThatIsBuiltByHand() {
        Map<String, Secret> broken = Map.of("a", Secret.of("can\nary"));
        URI endpoint = URI.create("https://h.test/v1/logs");
        TlsSettings tls = TlsSettings.defaults();
        Duration timeout = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new OtlpSinkConfig(endpoint, broken, timeout, true, tls, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("ary");
        assertThatThrownBy(() -> new OtlpSinkConfig(endpoint, Map.of(), Duration.ZERO, true, tls, false))
                .hasMessageContaining("timeout");
        assertThatThrownBy(() -> new OtlpSinkConfig(
                        URI.create("http://h.test/"), Map.of("a", Secret.of("b")), timeout, true, tls, false))
                .hasMessageContaining("https");
    }

    private static Map<String, String> grafana(String endpoint, String token) {
        return new HashMap<>(Map.of(GrafanaSettings.ENDPOINT, endpoint, GrafanaSettings.TOKEN, token));
    }

    private static Map<String, String> otel(String name, String value) {
        return new HashMap<>(Map.of(SinkSettings.SINK, "otel", "OTEL_EXPORTER_OTLP_" + name, value));
    }

    private static SinkReading read(Map<String, String> settings) {
        return SinkSettings.read(settings, (path, secret) -> {
            throw new NoSuchFileException(path);
        });
    }

    private static OtlpSinkConfig configured(Map<String, String> settings) {
        return ((SinkReading.Configured) read(settings)).config();
    }

    private static List<SettingError> errors(Map<String, String> settings) {
        return ((SinkReading.Invalid) read(settings)).errors();
    }
}
