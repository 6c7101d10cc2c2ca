package io.aboveboard.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.testkit.marks.Fault;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the page listens, and that nobody beyond this machine comes in without a token. */
class HttpSettingsTest {
    private static final String TOKEN = "canary-0123456789-canary";

    private final Map<String, String> settings = new HashMap<>();
    private Findings findings = new Findings(Map.of());

    private @Nullable HttpConfig read() {
        findings = new Findings(settings);
        return new HttpSettings(findings, (path, secret) -> (path + "\n").getBytes(StandardCharsets.UTF_8)).read();
    }

    @Test
    void listensOnLoopbackWhereNothingIsSet() {
        assertThat(read())
                .satisfies(config -> assertThat(config.host()).isEqualTo("127.0.0.1"))
                .satisfies(config -> assertThat(config.port()).isEqualTo(4319))
                .satisfies(config -> assertThat(config.isLoopback()).isTrue());
        assertThat(findings.errors()).isEmpty();
        assertThat(findings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1:0,127.0.0.1,0", "[::1]:4319,::1,4319", "localhost:80,localhost,80", "127.1.2.3:1,127.1.2.3,1"
    })
    void takesAnAddress(String address, String host, int port) {
        settings.put("TELEMETRY_HTTP_ADDRESS", address);

        assertThat(read()).isEqualTo(new HttpConfig(host, port, null, Set.of()));
        assertThat(findings.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF"})
    void canBeOff(String off) {
        settings.put("TELEMETRY_HTTP_ADDRESS", off);

        assertThat(read()).isNull();
        assertThat(findings.errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4319",
                ":4319",
                "example.com:4319",
                "127.0.0.1",
                "127.0.0.1:65536",
                "256.0.0.1:1",
                "1.2.3:1",
                "::1:4319",
                "http://127.0.0.1:4319"
            })
    void refusesWhatIsNoAddress(String address) {
        settings.put("TELEMETRY_HTTP_ADDRESS", address);
        read();

        assertThat(findings.errors())
                .singleElement()
                .asString()
                .startsWith("TELEMETRY_HTTP_ADDRESS: must be an IP address");
    }

    @ParameterizedTest
    @Fault("H4")
    @ValueSource(strings = {"0.0.0.0:4319", "192.168.1.5:4319", "[::]:4319", "[fe80::1]:4319"})
    void demandsATokenBeyondLoopback(String address) {
        settings.put("TELEMETRY_HTTP_ADDRESS", address);
        read();

        assertThat(findings.errors()).singleElement().asString().contains("set TELEMETRY_HTTP_TOKEN_FILE too");
        assertThat(findings.warnings()).singleElement().asString().contains("TLS");
    }

    @Test
    @Fault("H4")
    void listensBeyondLoopbackWithATokenThatIsShownNowhere() {
        settings.put("TELEMETRY_HTTP_ADDRESS", "0.0.0.0:4319");
        settings.put("TELEMETRY_HTTP_TOKEN_FILE", TOKEN);

        HttpConfig config = Objects.requireNonNull(read());

        assertThat(findings.errors()).isEmpty();
        assertThat(config).asString().doesNotContain("canary");
        assertThat(config.token())
                .satisfies(token -> assertThat(token.matches(TOKEN)).isTrue());
        assertThat(config.token())
                .satisfies(token -> assertThat(token.matches(TOKEN + "x")).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with a space in the middle of it", "with-an-umlaut-\u00fc-0123456789"})
    void refusesATokenThatIsNone(String token) {
        settings.put("TELEMETRY_HTTP_TOKEN_FILE", token);
        read();

        assertThat(findings.errors())
                .singleElement()
                .asString()
                .startsWith("TELEMETRY_HTTP_TOKEN_FILE: must hold")
                .doesNotContain(token);
    }

    @Test
    void takesFurtherNames() {
        settings.put("TELEMETRY_HTTP_ALLOWED_HOSTS", " Telemetry , localhost:8080,[::1]:80");

        assertThat(read())
                .satisfies(config -> assertThat(config.allowedHosts())
                        .containsExactlyInAnyOrder("telemetry", "localhost:8080", "[::1]:80"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://telemetry", "*", "a b", "telemetry.", "-a", "a:b"})
    void refusesNamesThatAreNone(String names) {
        settings.put("TELEMETRY_HTTP_ALLOWED_HOSTS", names);
        read();

        assertThat(findings.errors()).singleElement().asString().startsWith("TELEMETRY_HTTP_ALLOWED_HOSTS");
    }
}
