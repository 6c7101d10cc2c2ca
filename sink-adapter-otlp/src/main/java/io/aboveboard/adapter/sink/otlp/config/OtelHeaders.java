package io.aboveboard.adapter.sink.otlp.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Headers as the OpenTelemetry specification writes them into one setting: pairs between commas, a name and a value
 * around the first equals sign, percent-encoded. A plus sign is a plus sign. Not thread-safe.
 */
final class OtelHeaders {
    private final Findings findings;
    private final Setting setting;
    private final Map<String, Secret> headers = new HashMap<>();

    private OtelHeaders(Findings findings, Setting setting) {
        this.findings = findings;
        this.setting = setting;
    }

    static Map<String, Secret> read(Findings findings, Setting setting) {
        OtelHeaders reading = new OtelHeaders(findings, setting);
        String[] pairs = setting.value().split(",", -1);
        for (int i = 0; i < pairs.length; i++) {
            reading.pair(i + 1, pairs[i].strip());
        }
        return reading.headers;
    }

    private void pair(int position, String pair) {
        int equals = pair.indexOf('=');
        if (pair.isEmpty()) {
            return;
        }
        if (equals < 0) {
            findings.error(setting.name(), "pair " + position + " has no equals sign");
            return;
        }
        Optional<String> value = Percent.decoded(pair.substring(equals + 1).strip());
        if (value.isEmpty()) {
            findings.error(setting.name(), "pair " + position + " holds a % that no two hexadecimal digits follow");
        }
        value.ifPresent(text -> header(position, pair.substring(0, equals).strip(), text.strip()));
    }

    private void header(int position, String name, String value) {
        Optional<String> problem = Header.problem(name, value);
        problem.ifPresent(text -> findings.error(setting.name(), "pair " + position + ": " + text));
        if (problem.isEmpty() && !value.isEmpty()) {
            headers.put(name.toLowerCase(Locale.ROOT), Secret.of(value));
        }
    }
}
