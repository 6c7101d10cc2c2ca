package io.aboveboard.adapter.sink.otlp.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.testkit.marks.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Fault("C28")
class ProxyRouteTest {
    private static final String SINK = "https://otlp.example.test/otlp";

    @Test
    void leavesItToTheJvmWhereNothingIsSaid() {
        assertThat(proxy(Map.of())).isSameAs(ProxySettings.ofJvm());
    }

    @ParameterizedTest
    @CsvSource({
        "https_proxy, https://h.test, proxy.test:3128",
        "HTTPS_PROXY, https://h.test, proxy.test:3128",
        "http_proxy, https://h.test, as the JVM is set up",
        "http_proxy, http://h.test, proxy.test:3128",
        "HTTP_PROXY, http://h.test, as the JVM is set up",
        "https_proxy, http://h.test, as the JVM is set up",
        "TELEMETRY_PROXY, https://h.test, proxy.test:3128",
        "TELEMETRY_PROXY, http://h.test, proxy.test:3128",
        "TELEMETRY_PROXY, http://localhost:4318, none",
        "https_proxy, https://127.0.0.1, none",
        "https_proxy, https://[::1], none"
    })
    void takesTheVariableOfItsSchemeButNeverOneThatARequestCanSetAndNoneToLoopback(
            String name, String endpoint, String way) {
        assertThat(proxy(Map.of(name, "http://proxy.test:3128", "TELEMETRY_SINK_ALLOW_HTTP", "yes"), endpoint))
                .hasToString(way);
    }

    @Test
    void prefersItsOwnSettingAndTheSpellingInSmallLetters() {
        Map<String, String> all = new HashMap<>(Map.of(
                "TELEMETRY_PROXY", "own.test:1",
                "https_proxy", "small.test:2",
                "HTTPS_PROXY", "capital.test:3",
                "no_proxy", "*"));
        assertThat(proxy(all)).hasToString("own.test:1");

        all.remove("TELEMETRY_PROXY");
        all.remove("no_proxy");
        assertThat(proxy(all)).hasToString("small.test:2");

        all.put("TELEMETRY_PROXY", "OFF");
        assertThat(proxy(all)).hasToString("none");
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "otlp.example.test, true",
        "OTLP.Example.Test, true",
        "example.test, true",
        ".example.test, true",
        "*.example.test, true",
        "'other.test, example.test', true",
        "'other.test example.test', true",
        "otlp.example.test:443, true",
        "otlp.example.test:8443, false",
        "ample.test, false",
        "other.test, false",
        "10.0.0.0/8, false",
        "'', false",
        "',', false"
    })
    void makesTheExceptionsThatAreListedByName(String list, boolean covered) {
        assertThat(new ProxyExceptions(list).cover(URI.create(SINK))).isEqualTo(covered);
        assertThat(proxy(Map.of("https_proxy", "http://p.test:1", "NO_PROXY", list)))
                .hasToString(covered ? "none" : "p.test:1");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, https://10.1.2.3, true",
        "10.1.2.3, https://10.1.2.3, true",
        "10.1.2.3:443, https://10.1.2.3, true",
        "10.0.0.0/8, https://11.1.2.3, false",
        "10.1.2.0/23, https://10.1.3.255, true",
        "10.1.2.0/24, https://10.1.3.255, false",
        "2.3, https://10.1.2.3, false",
        "10.0.0.0/99, https://10.1.2.3, false",
        "10.0.0.0/x, https://10.1.2.3, false",
        "h.test/8, https://10.1.2.3, false",
        "fd00::/8, https://[fd12::1], true",
        "'[fd12::1]', https://[fd12::1], true",
        "fd12::1, https://[fd12::1], true",
        "'[fd12::1]:443', https://[fd12::1], true",
        "10.0.0.0/8, https://[fd12::1], false",
        "999.0.0.0/8, https://10.1.2.3, false"
    })
    void makesTheExceptionsThatAreListedByAddress(String list, URI endpoint, boolean covered) {
        assertThat(new ProxyExceptions(list).cover(endpoint)).isEqualTo(covered);
    }

    @Test
    void takesCredentialsFromSettingsOfTheirOwnAndTheFileFirst() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "TELEMETRY_PROXY", "http://p.test:1/",
                "TELEMETRY_PROXY_USER", "me",
                "TELEMETRY_PROXY_PASSWORD", "canary"));
        assertThat(proxy(settings).authorization()).contains(Secret.of("Basic bWU6Y2FuYXJ5"));
        assertThat(proxy(settings)).hasToString("p.test:1 with credentials");

        settings.put("TELEMETRY_PROXY_PASSWORD_FILE", "/run/secrets/proxy");
        assertThat(proxy(settings).authorization()).contains(Secret.of("Basic bWU6ZnJvbSBmaWxl"));
    }

    @Test
    void takesCredentialsOutOfAnAmbientAddressAsOthersWriteThem() {
        Map<String, String> settings = new HashMap<>(Map.of("https_proxy", "http://me:c%40n+ary@p.test:1"));
        assertThat(proxy(settings).authorization()).contains(Secret.of("Basic bWU6Y0BuK2FyeQ=="));
        assertThat(proxy(settings).address().orElseThrow().getHostString()).isEqualTo("p.test");

        settings.put("TELEMETRY_PROXY_USER", "other");
        settings.put("TELEMETRY_PROXY_PASSWORD", "pw");
        assertThat(proxy(settings).authorization()).contains(Secret.of("Basic b3RoZXI6cHc="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy.test:3128",
                "socks5://proxy.test:1080",
                "http://proxy.test",
                "proxy.test",
                "http://proxy.test:0",
                "http://proxy.test:70000",
                "http://proxy.test:3128/path",
                "http://proxy.test:3128?canary",
                "http://:3128",
                "can ary"
            })
    void refusesWhatIsNoProxyItCanUseRatherThanGoStraight(String written) {
        for (String name : new String[] {"TELEMETRY_PROXY", "https_proxy"}) {
            assertThat(errors(Map.of(name, written)))
                    .isEqualTo(name + ": must be http://<host>:<port>, or off for none; no other kind of proxy is"
                            + " spoken");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "TELEMETRY_PROXY, http://u:canary@p.test:1, must not hold a user or a password",
        "https_proxy, http://u:can%zzary@p.test:1, must be http://",
        "https_proxy, http://u%3a:canary@p.test:1, must not hold a colon"
    })
    void quotesNoCredentialThatItRefuses(String name, String written, String problem) {
        assertThat(errors(Map.of(name, written)))
                .startsWith(name + ": ")
                .contains(problem)
                .doesNotContain("can", "ary");
    }

    @Test
    void wantsUserAndPasswordTogether() {
        assertThat(errors(Map.of("TELEMETRY_PROXY", "p.test:1", "TELEMETRY_PROXY_USER", "u")))
                .startsWith("TELEMETRY_PROXY_PASSWORD: is required");
        assertThat(errors(Map.of("TELEMETRY_PROXY", "p.test:1", "TELEMETRY_PROXY_PASSWORD", "canary")))
                .startsWith("TELEMETRY_PROXY_USER: is required")
                .doesNotContain("canary");
        assertThat(errors(Map.of(
                        "TELEMETRY_PROXY", "p.test:1", "TELEMETRY_PROXY_USER", "a:b", "TELEMETRY_PROXY_PASSWORD", "c")))
                .contains("must not hold a colon");
    }

    @Test
    void refusesByHandWhatCanBeNoProxy() {
        assertThatThrownBy(() -> ProxySettings.via(" ", 1)).hasMessageContaining("host");
        assertThatThrownBy(() -> ProxySettings.via("h", 0)).hasMessageContaining("port");
        assertThatThrownBy(() -> ProxySettings.via("h", 65_536)).hasMessageContaining("port");
        assertThatThrownBy(() -> ProxySettings.via("h", 1).identifiedBy("a:b", Secret.of("c")))
                .hasMessageContaining("user");
    }

    private static ProxySettings proxy(Map<String, String> settings) {
        return proxy(settings, SINK);
    }

    private static ProxySettings proxy(Map<String, String> settings, String endpoint) {
        return ((SinkReading.Configured) read(settings, endpoint)).config().proxy();
    }

    private static String errors(Map<String, String> settings) {
        assertThat(read(settings, SINK)).isInstanceOf(SinkReading.Invalid.class);
        return ((SinkReading.Invalid) read(settings, SINK)).errors().get(0).toString();
    }

    private static SinkReading read(Map<String, String> settings, String endpoint) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("GRAFANA_OTLP_ENDPOINT", endpoint);
        all.put("GRAFANA_OTLP_TOKEN", "1:t");
        return SinkSettings.read(all, (path, secret) -> {
            assertThat(path).isEqualTo("/run/secrets/proxy");
            assertThat(secret).isTrue();
            return "from file\n".getBytes(StandardCharsets.UTF_8);
        });
    }
}
