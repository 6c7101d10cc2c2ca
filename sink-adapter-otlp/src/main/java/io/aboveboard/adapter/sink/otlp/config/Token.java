package io.aboveboard.adapter.sink.otlp.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The three ways to write a token, and the one header they become. */
final class Token {
    private static final Pattern BASIC = Pattern.compile("(?i)basic +(\\S+)");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]+={0,2}");

    private Token() {}

    /** The value of {@code Authorization}; empty, with an error that quotes nothing, where there is none in it. */
    static Optional<Secret> read(Findings findings, Setting token) {
        String value = token.value();
        if (value.isEmpty()) {
            return refused(findings, token, "is empty");
        }
        if (!Header.isPrintable(value)) {
            return refused(findings, token, "holds a line break or another character that is not printable ASCII");
        }
        return authorization(value)
                .map(Secret::of)
                .or(() -> refused(
                        findings,
                        token,
                        "must be <instance id>:<token>, " + "that in base64, or Basic and that in base64"));
    }

    private static Optional<String> authorization(String value) {
        var basic = BASIC.matcher(value);
        if (basic.matches()) {
            return Optional.of("Basic " + basic.group(1));
        }
        if (value.indexOf(':') > 0) {
            return Optional.of(
                    "Basic " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.US_ASCII)));
        }
        return isBase64OfBoth(value) ? Optional.of("Basic " + value) : Optional.empty();
    }

    /** A token of Grafana Cloud on its own looks like base64 but lacks the instance id, and so does the bare scheme. */
    private static boolean isBase64OfBoth(String value) {
        return BASE64.matcher(value).matches() && !value.startsWith("glc_") && !"basic".equalsIgnoreCase(value);
    }

    private static Optional<Secret> refused(Findings findings, Setting token, String message) {
        findings.error(token.name(), message);
        return Optional.empty();
    }
}
