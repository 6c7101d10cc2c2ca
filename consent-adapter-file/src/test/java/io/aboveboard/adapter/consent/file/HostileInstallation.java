package io.aboveboard.adapter.consent.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * An {@code installation.json} as nobody should write it, and what must be read of it all the same. The same seed makes the
 * same file.
 *
 * @param text the file
 * @param preferences the values of {@code telemetry_enabled}, in order
 * @param hostMembers the members of the host, as they are written
 */
record HostileInstallation(String text, List<String> preferences, List<String> hostMembers) {
    private static final List<String> VALUES = List.of(
            "true",
            "false",
            "null",
            "\"true\"",
            "\"\"",
            "1",
            "0",
            "-0",
            "1e400",
            "123456789012345678901234567890",
            "NaN",
            "-Infinity",
            "[]",
            "[true]",
            "{}",
            "{\"telemetry_enabled\": true}",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"3f1c9a52-7b1e-4c55-9b0e-6a1d2c3b4a5f\"",
            "\"3F1C9A52-7B1E-4C55-9B0E-6A1D2C3B4A5F\"",
            "\"3f1c9a52-7b1e-4c55-9b0e-6a1d2c3b4a5f\\n\"",
            "\"2027-03-01T09:30:00+00:00\"",
            "\"2027-13-41\"",
            "[[[[[[[[[[{\"a\": [1, 2, {}]}]]]]]]]]]]",
            "\"\uD834\uDD1E \u00e9 \u2028\"");
    private static final List<String> OWN =
            List.of("install_id", "telemetry_salt", "setup_complete", "base_first_seen_at", "base_first_seen_sent_at");
    private static final List<String> PREFERENCE = List.of("telemetry_enabled", "telemetry\\u005fenabled");
    private static final List<String> SPACES = List.of("", " ", "\n  ", "\t", "\r\n");

    /** The file of a seed. */
    static HostileInstallation of(long seed) {
        Random random = new Random(seed);
        List<String> preferences = new ArrayList<>();
        List<String> hostMembers = new ArrayList<>();
        List<String> members = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String value = random.nextBoolean() ? "true" : oneOf(VALUES, random);
            preferences.add(value);
            members.add(member(oneOf(PREFERENCE, random), value, random));
        }
        for (int i = random.nextInt(5); i > 0; i--) {
            members.add(member(oneOf(OWN, random), oneOf(VALUES, random), random));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String member = member("host" + i, oneOf(VALUES, random), random);
            hostMembers.add(member);
            members.add(member);
        }
        Collections.shuffle(members, random);
        String text = members.stream()
                .collect(Collectors.joining("," + oneOf(SPACES, random), "{" + oneOf(SPACES, random), "}"));
        return new HostileInstallation(text, preferences, hostMembers);
    }

    private static String member(String name, String value, Random random) {
        return "\"" + name + "\"" + oneOf(SPACES, random) + ":" + oneOf(SPACES, random) + value;
    }

    private static String oneOf(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A yes is {@code true}, and nothing but {@code true}, however often it is said. */
    boolean isYes() {
        return !preferences.isEmpty() && preferences.stream().allMatch("true"::equals);
    }
}
