package io.aboveboard.domain.privacy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A machine with names of its own, and what the filter makes of texts on it. */
final class Sample {
    static final MachineNames NAMES =
            MachineNames.of(List.of("brunnhild.kessler-tax.example"), List.of("jkowalski", "maria.huber"));
    static final PrivacyFilter FILTER = PrivacyFilter.of(NAMES);

    private Sample() {}

    /** What is left of a text, and how often each kind was found in it. */
    record Filtered(String text, Map<PrivateKind, Integer> found) {}

    static Filtered filter(String text, KeyHint hint, int limit) {
        Map<PrivateKind, Integer> found = new EnumMap<>(PrivateKind.class);
        String filtered = FILTER.filter(text, hint, limit, kind -> found.merge(kind, 1, Integer::sum));
        return new Filtered(filtered, found);
    }

    static String filter(String text) {
        return filter(text, KeyHint.NONE, 10_000).text();
    }

    static String filterUnder(String key, String text) {
        return filter(text, KeyHint.of(key), 10_000).text();
    }
}
