package io.aboveboard.adapter.sink.otlp.config;

import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The settings of the original: an address and a token, both or none. */
final class GrafanaSettings {
    static final String ENDPOINT = "GRAFANA_OTLP_ENDPOINT";
    static final String TOKEN = "GRAFANA_OTLP_TOKEN";
    static final String TOKEN_FILE = "GRAFANA_OTLP_TOKEN_FILE";

    private final Findings findings;

    GrafanaSettings(Findings findings) {
        this.findings = findings;
    }

    SinkReading read() {
        Setting endpoint = findings.setting(ENDPOINT);
        boolean hasToken =
                findings.setting(TOKEN).isSet() || findings.setting(TOKEN_FILE).isSet();
        if (!endpoint.isSet() && !hasToken) {
            return findings.conclude(SinkReading.Absent::new);
        }
        Optional<URI> address = address(endpoint);
        Optional<Secret> credentials = credentials(hasToken);
        address.ifPresent(uri -> PlainHttp.check(findings, ENDPOINT, uri, hasToken));
        ProxySettings proxy = address.map(new ProxyRoute(findings)::to).orElse(ProxySettings.ofJvm());
        return findings.conclude(() -> configured(address.orElseThrow(), credentials.orElseThrow(), proxy));
    }

    private Optional<URI> address(Setting endpoint) {
        if (!endpoint.isSet()) {
            findings.error(ENDPOINT, "is required together with " + TOKEN);
            return Optional.empty();
        }
        return Endpoint.read(findings, endpoint, Endpoint::completed);
    }

    private Optional<Secret> credentials(boolean hasToken) {
        if (!hasToken) {
            findings.error(TOKEN, "is required together with " + ENDPOINT);
            return Optional.empty();
        }
        return token().flatMap(token -> Token.read(findings, token));
    }

    /** The file counts more than the variable, which other processes can see. */
    private Optional<Setting> token() {
        Setting file = findings.setting(TOKEN_FILE);
        return file.isSet()
                ? findings.file(file, true).map(content -> new Setting(TOKEN_FILE, text(content)))
                : Optional.of(findings.setting(TOKEN));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8).strip();
    }

    private SinkReading configured(URI endpoint, Secret credentials, ProxySettings proxy) {
        return findings.configured(new OtlpSinkConfig(
                endpoint,
                Map.of("authorization", credentials),
                OtlpSinkConfig.DEFAULT_TIMEOUT,
                true,
                TlsSettings.defaults(),
                PlainHttp.isAllowed(findings),
                proxy));
    }
}
