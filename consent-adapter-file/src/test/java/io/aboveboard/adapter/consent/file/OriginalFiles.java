package io.aboveboard.adapter.consent.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code installation.json} as the original writes it: {@code json.dump} with an indent of 2 and no line break at the end. */
final class OriginalFiles {
    private static final Map<String, String> KEYS = keys();

    private OriginalFiles() {}

    private static Map<String, String> keys() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("telemetry_salt", "\"5d0c8be2f4a7dd5b3b1f1b6b0f0c7a3e5d0c8be2f4a7dd5b3b1f1b6b0f0c7a3e\"");
        keys.put("install_id", "\"9b2f7c1e-0a4d-4f0e-8f53-2d9c7d1b6a10\"");
        keys.put("setup_complete", "true");
        keys.put("setup_completed_at", "\"2026-03-01 12:00:00.123456\"");
        keys.put("telemetry_enabled", "false");
        keys.put("base_first_seen_sent_at", "\"2026-03-01T12:00:05.000001+00:00\"");
        keys.put("base_first_seen_at", "\"2026-03-01T12:00:00.123456+00:00\"");
        keys.put("initial_data_seeded", "true");
        return keys;
    }

    /** An empty one, a whole one, each key alone, and each key missing. */
    static Stream<String> all() {
        List<String> names = List.copyOf(KEYS.keySet());
        Stream<String> alone = names.stream().map(name -> text(Stream.of(name)));
        Stream<String> without = IntStream.range(0, names.size())
                .mapToObj(index -> text(names.stream().filter(name -> names.indexOf(name) != index)));
        return Stream.concat(Stream.of("{}", text(names.stream())), Stream.concat(alone, without));
    }

    private static String text(Stream<String> names) {
        return names.map(name -> "\n  \"" + name + "\": " + KEYS.get(name))
                .collect(Collectors.joining(",", "{", "\n}"));
    }
}
