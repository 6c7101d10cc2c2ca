package io.aboveboard.adapter.sink.otlp.config;

import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of the OpenTelemetry specification for an exporter of logs; where it says so, a setting of the signal
 * counts more than the one of all signals. An address must be set: the specification's default would be a destination
 * that nobody chose.
 */
final class OtelSettings {
    private static final String ALL = "OTEL_EXPORTER_OTLP_";
    private static final String LOGS = ALL + "LOGS_";

    private final Findings findings;

    OtelSettings(Findings findings) {
        this.findings = findings;
    }

    SinkReading read() {
        Setting endpoint = preferred("ENDPOINT");
        Optional<URI> address = address(endpoint);
        Map<String, Secret> headers = OtelHeaders.read(findings, preferred("HEADERS"));
        TlsSettings tls = new OtelTls(findings)
                .read(preferred("CERTIFICATE"), preferred("CLIENT_CERTIFICATE"), preferred("CLIENT_KEY"));
        Duration timeout = timeout(preferred("TIMEOUT"));
        boolean gzip = gzip(preferred("COMPRESSION"));
        checkProtocol(preferred("PROTOCOL"));
        address.ifPresent(uri -> PlainHttp.check(findings, endpoint.name(), uri, !headers.isEmpty()));
        ProxySettings proxy = address.map(new ProxyRoute(findings)::to).orElse(ProxySettings.ofJvm());
        return findings.conclude(() -> findings.configured(new OtlpSinkConfig(
                address.orElseThrow(), headers, timeout, gzip, tls, PlainHttp.isAllowed(findings), proxy)));
    }

    private Setting preferred(String name) {
        Setting ofSignal = findings.setting(LOGS + name);
        return ofSignal.isSet() ? ofSignal : findings.setting(ALL + name);
    }

    private Optional<URI> address(Setting endpoint) {
        if (!endpoint.isSet()) {
            findings.error(endpoint.name(), "is required with " + SinkSettings.SINK + "=otel");
            return Optional.empty();
        }
        return endpoint.name().startsWith(LOGS)
                ? Endpoint.read(findings, endpoint, Endpoint::asIs)
                : Endpoint.read(findings, endpoint, Endpoint::ofAllSignals);
    }

    /** The specification wants a warning and the default where a number or a word is not understood. */
    private Duration timeout(Setting timeout) {
        if (!timeout.isSet()) {
            return OtlpSinkConfig.DEFAULT_TIMEOUT;
        }
        if (timeout.value().matches("[1-9][0-9]{0,4}")
                && Integer.parseInt(timeout.value()) <= OtlpSinkConfig.LONGEST_TIMEOUT.toMillis()) {
            return Duration.ofMillis(Integer.parseInt(timeout.value()));
        }
        findings.warning(
                timeout.name(),
                "must be milliseconds from 1 to " + OtlpSinkConfig.LONGEST_TIMEOUT.toMillis() + "; "
                        + OtlpSinkConfig.DEFAULT_TIMEOUT.toMillis() + " is used");
        return OtlpSinkConfig.DEFAULT_TIMEOUT;
    }

    private boolean gzip(Setting compression) {
        return switch (compression.value().toLowerCase(Locale.ROOT)) {
            case "", "gzip" -> true;
            case "none" -> false;
            default -> {
                findings.warning(compression.name(), "must be gzip or none; gzip is used");
                yield true;
            }
        };
    }

    private void checkProtocol(Setting protocol) {
        if (protocol.isSet() && !"http/protobuf".equalsIgnoreCase(protocol.value())) {
            findings.warning(protocol.name(), "is not spoken here; http/protobuf is used");
        }
    }
}
