package io.aboveboard.adapter.sink.otlp.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of the OpenTelemetry specification, where they are asked for. */
class OtelSinkSettingsTest {
    private static final String TOKEN = "123:canary";
    private static final String ADDRESS = "https://otlp.example.test/otlp";

    @ParameterizedTest
    @CsvSource({
        "ENDPOINT, https://h.test, https://h.test/v1/logs",
        "ENDPOINT, https://h.test/, https://h.test/v1/logs",
        "ENDPOINT, https://h.test/otlp, https://h.test/otlp/v1/logs",
        "ENDPOINT, https://h.test/otlp/, https://h.test/otlp/v1/logs",
        "ENDPOINT, https://h.test/v1/logs, https://h.test/v1/logs/v1/logs",
        "ENDPOINT, http://collector:4318, http://collector:4318/v1/logs",
        "LOGS_ENDPOINT, https://h.test, https://h.test/",
        "LOGS_ENDPOINT, https://h.test/my/logs, https://h.test/my/logs",
        "LOGS_ENDPOINT, https://h.test/my/logs/, https://h.test/my/logs/"
    })
    @Fault("C18")
    void buildsTheAddressAsOpenTelemetrySpecifies(String name, String written, URI endpoint) {
        OtlpSinkConfig config = configured(otel(name, written));

        assertThat(config.endpoint()).isEqualTo(endpoint);
        assertThat(config.headers()).isEmpty();
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.gzip()).isTrue();
    }

    @Test
    void prefersTheSettingsOfTheSignal() {
        Map<String, String> settings = otel("ENDPOINT", "https://all.test");
        settings.put("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "https://logs.test/x");
        settings.put("OTEL_EXPORTER_OTLP_HEADERS", "a=all");
        settings.put("OTEL_EXPORTER_OTLP_LOGS_HEADERS", "a=logs");
        settings.put("OTEL_EXPORTER_OTLP_TIMEOUT", "1000");
        settings.put("OTEL_EXPORTER_OTLP_LOGS_TIMEOUT", "2000");
        settings.put("OTEL_EXPORTER_OTLP_COMPRESSION", "gzip");
        settings.put("OTEL_EXPORTER_OTLP_LOGS_COMPRESSION", "NONE");

        OtlpSinkConfig config = configured(settings);

        assertThat(config.endpoint()).isEqualTo(URI.create("https://logs.test/x"));
        assertThat(config.headers()).containsExactly(Map.entry("a", Secret.of("logs")));
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.gzip()).isFalse();
    }

    @Test
    void neverPairsTheAddressOfOneSourceWithTheCredentialsOfTheOther() {
        Map<String, String> settings = otel("ENDPOINT", "https://h.test");
        settings.put(GrafanaSettings.ENDPOINT, ADDRESS);
        settings.put(GrafanaSettings.TOKEN, TOKEN);
        assertThat(configured(settings).headers()).isEmpty();

        settings.remove(SinkSettings.SINK);
        settings.put("OTEL_EXPORTER_OTLP_HEADERS", "x=operators-own");
        assertThat(configured(settings).headers()).containsOnlyKeys("authorization");
        assertThat(configured(settings).endpoint().getHost()).isEqualTo("otlp.example.test");
    }

    @Test
    @Fault("C17")
    void takesAnEmptySettingOfTheSignalForNone() {
        Map<String, String> settings = otel("ENDPOINT", "https://h.test");
        settings.put("OTEL_EXPORTER_OTLP_HEADERS", "a=general");
        settings.put("OTEL_EXPORTER_OTLP_LOGS_HEADERS", "");

        assertThat(configured(settings).headers())
                .hasEntrySatisfying("a", header -> assertThat(header.reveal()).isEqualTo("general"));
    }

    @Test
    @Fault("C17")
    void splitsAndDecodesHeadersAsSpecified() {
        Map<String, String> settings = otel("ENDPOINT", "https://h.test");
        settings.put(
                "OTEL_EXPORTER_OTLP_HEADERS",
                " Authorization=Basic%20YTpiKy89 , plain=Basic YTpiKy89,plus=a+b%2Bc,equals=a=b==,X-Empty=,,semi=a;b ");

        assertThat(configured(settings).headers())
                .isEqualTo(Map.of(
                        "authorization", Secret.of("Basic YTpiKy89"),
                        "plain", Secret.of("Basic YTpiKy89"),
                        "plus", Secret.of("a+b+c"),
                        "equals", Secret.of("a=b=="),
                        "semi", Secret.of("a;b")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=can%0d%0aary",
                "a=can%00ary",
                "a=can%C3%A4ary",
                "a=canäry",
                "a b=canary",
                "=canary",
                "a=canary%2",
                "a=%g1canary",
                "host=canary"
            })
    @Fault("C16")
    void refusesHeadersThatCannotBeSentWithoutQuotingThem(String headers) {
        Map<String, String> settings = otel("ENDPOINT", "https://h.test");
        settings.put("OTEL_EXPORTER_OTLP_HEADERS", headers);

        assertThat(errors(settings))
                .singleElement()
                .satisfies(error -> assertThat(error.toString())
                        .startsWith("OTEL_EXPORTER_OTLP_HEADERS: pair 1")
                        .doesNotContain("ary"));
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
