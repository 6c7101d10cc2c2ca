package io.aboveboard.adapter.sink.otlp.config;

import io.aboveboard.adapter.sink.otlp.tls.TlsSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The settings of the OTLP sink. Immutable; {@link #toString} shows no secret.
 *
 * @param endpoint the full address requests are posted to, path included
 * @param headers sent with each request, the credentials among them; names in lower case
 * @param timeout for one whole export, answer included: 10 s by default, as the OpenTelemetry specification has it; at
 *     most {@link #LONGEST_TIMEOUT}
 * @param gzip whether requests are compressed
 * @param tls whom to trust, and who to be
 * @param plainHttpAllowed whether headers may travel unencrypted to another machine
 * @param proxy the way there
 */
public record OtlpSinkConfig(
        URI endpoint,
        Map<String, Secret> headers,
        Duration timeout,
        boolean gzip,
        TlsSettings tls,
        boolean plainHttpAllowed,
        ProxySettings proxy) {
    /** The timeout where none is set. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    /** The longest timeout: what is under way holds up everything behind it. */
    public static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(60);

    /**
     * Copies the headers.
     *
     * @throws IllegalArgumentException where endpoint, a header or the timeout cannot be used; the message says which
     */
    public OtlpSinkConfig {
        Endpoint.requireUsable(endpoint);
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("timeout: must be above 0 and at most " + LONGEST_TIMEOUT);
        }
        if (!headers.isEmpty() && PlainHttp.isExposed(endpoint) && !plainHttpAllowed) {
            throw new IllegalArgumentException("endpoint: " + PlainHttp.PROBLEM);
        }
        headers = checked(headers);
    }

    /** A sink that is reached as the JVM is set up; otherwise as above. */
    public OtlpSinkConfig(
            URI endpoint,
            Map<String, Secret> headers,
            Duration timeout,
            boolean gzip,
            TlsSettings tls,
            boolean plainHttpAllowed) {
        this(endpoint, headers, timeout, gzip, tls, plainHttpAllowed, ProxySettings.ofJvm());
    }

    /**
     * A sink by the rules of Grafana Cloud, which are those of {@code GRAFANA_OTLP_ENDPOINT} and
     * {@code GRAFANA_OTLP_TOKEN}.
     *
     * @param endpoint the base address; {@code /v1/logs} is added where it is missing
     * @param token {@code <instance id>:<token>}, that in base64, or {@code Basic} and that in base64
     * @throws IllegalArgumentException where one of them cannot be used; the message names all that is wrong
     */
    public static OtlpSinkConfig of(String endpoint, String token) {
        SinkReading reading = SinkSettings.read(
                Map.of(GrafanaSettings.ENDPOINT, endpoint, GrafanaSettings.TOKEN, token), SinkSettings.NO_FILES);
        if (reading instanceof SinkReading.Configured configured) {
            return configured.config();
        }
        throw new IllegalArgumentException(problems(reading));
    }

    /** The same sink, which waits no longer than this for an answer. */
    public OtlpSinkConfig within(Duration longest) {
        return timeout.compareTo(longest) <= 0
                ? this
                : new OtlpSinkConfig(endpoint, headers, longest, gzip, tls, plainHttpAllowed, proxy);
    }

    /** The same sink, reached this way. */
    public OtlpSinkConfig through(ProxySettings way) {
        return new OtlpSinkConfig(endpoint, headers, timeout, gzip, tls, plainHttpAllowed, way);
    }

    /** Whether requests carry credentials of any kind. */
    public boolean hasCredentials() {
        return !headers.isEmpty();
    }

    /** Whether credentials travel unencrypted to another machine, as somebody allowed. */
    public boolean exposesCredentials() {
        return hasCredentials() && PlainHttp.isExposed(endpoint);
    }

    @Override
    public String toString() {
        return "OtlpSinkConfig[endpoint=" + endpoint + ", headers=" + headers + ", timeout=" + timeout + ", gzip="
                + gzip + ", tls=" + tls + ", plainHttpAllowed=" + plainHttpAllowed + ", proxy=" + proxy
                + "]";
    }

    private static Map<String, Secret> checked(Map<String, Secret> headers) {
        Map<String, Secret> checked = new TreeMap<>();
        headers.forEach((name, value) -> {
            Header.problem(name, value.reveal()).ifPresent(problem -> {
                throw new IllegalArgumentException("headers: " + problem);
            });
            checked.put(name.toLowerCase(Locale.ROOT), value);
        });
        return Map.copyOf(checked);
    }

    private static String problems(SinkReading reading) {
        List<SettingError> errors = reading instanceof SinkReading.Invalid invalid
                ? invalid.errors()
                : List.of(new SettingError(GrafanaSettings.ENDPOINT, "must not be empty"));
        return errors.stream().map(SettingError::toString).collect(Collectors.joining("; "));
    }
}
