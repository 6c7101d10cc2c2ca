package io.aboveboard.domain.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold for any text, tried with texts put together of what the filter looks for and of pieces of it. */
class PrivacyFuzzTest {
    private static final int TEXTS = 3_000;
    private static final int LIMIT = 1_024;
    private static final int LONGEST_MARKER = PrivateKind.PRIVATE_KEY.marker().length();
    private static final List<String> PIECES = List.of(
            "jdoe@example.org",
            "@",
            "a@b.co",
            "%40",
            "10.0.0.1",
            "1.2.3.4",
            "2001:db8::1",
            "::1",
            ":",
            "::",
            "00:11:22:33:44:55",
            "-",
            "aa-bb-cc-dd-ee-ff",
            "/home/jdoe",
            "/home/",
            "/Users/",
            "C:\\Users\\",
            "\\",
            "/",
            "https://",
            "://",
            "u:p@h",
            "?",
            "a=b",
            "#",
            "?x=1",
            "eyJhbGciOiJIUzI1NiJ9",
            "eyJ",
            ".",
            "ghp_",
            "AKIA",
            "0123456789abcdefghijklmnopqrstuvwxyz",
            "sk-",
            "xoxb-",
            "password",
            "password=",
            "token:",
            "secret",
            " ",
            "=",
            "'",
            "\"",
            "Bearer ",
            "Basic ",
            "abcd1234",
            "-----BEGIN RSA PRIVATE KEY-----",
            "-----END ",
            "-----",
            "4111111111111111",
            "4111 1111 1111 1111",
            "4111",
            "DE89370400440532013000",
            "DE89 3704 0044",
            "+43 660 1234567",
            "+",
            "(",
            ")",
            "brunnhild",
            "jkowalski",
            "brunnhild.kessler-tax.example",
            "[email]",
            "[secret]",
            "[query]",
            "[userinfo]",
            "[ip]",
            "[",
            "]",
            "version ",
            "v",
            "Chrome/",
            "é",
            "\uD83D\uDE00",
            "0f8fad5b-d9cb-469f-a165-70867728950e",
            "word",
            "a",
            "1",
            "12",
            "123",
            "1234",
            "api_key",
            "username=",
            "_",
            "home",
            "users",
            "key",
            "\uD83D",
            "\u0000",
            "${",
            "***",
            "null",
            "git@",
            ",",
            ";",
            "&",
            "<",
            ">",
            "e",
            "0");

    private static String text(SplittableRandom random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(20) == 0
                            ? String.valueOf((char) random.nextInt(Character.MAX_VALUE + 1))
                            : PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    @ParameterizedTest
    @EnumSource(KeyHint.class)
    void changesNothingMoreInASecondPass(KeyHint hint) {
        SplittableRandom random = new SplittableRandom(4711);
        List<String> changedTwice = new ArrayList<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, 1 + random.nextInt(i % 10 == 0 ? 60 : 8));
            String once = Sample.filter(text, hint, 100_000).text();
            Sample.Filtered twice = Sample.filter(once, hint, 100_000);
            if (!twice.text().equals(once) || !twice.found().isEmpty()) {
                changedTwice.add(text);
            }
        }
        assertThat(changedTwice).isEmpty();
    }

    @Test
    @Proves(Promise.P16)
    void letsNothingOutBehindTheLimitButTheMarkersBeforeIt() {
        SplittableRandom random = new SplittableRandom(4712);
        for (int i = 0; i < TEXTS / 10; i++) {
            Sample.Filtered filtered = Sample.filter(text(random, 400), KeyHint.NONE, LIMIT);
            int replacements =
                    filtered.found().values().stream().mapToInt(n -> n).sum();
            assertThat(filtered.text().length()).isLessThanOrEqualTo(LIMIT + replacements * LONGEST_MARKER);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "PHONE"})
    @Proves(Promise.P16)
    void takesEffortInProportionToTheLengthWhateverIsRepeated(KeyHint hint) {
        List<String> slow = new ArrayList<>();
        for (String one : PIECES) {
            for (String other : List.of("", " ", "a", ":")) {
                String text = (one + other).repeat(3_000 / (one + other).length());
                if (steps(text, hint) > 100L * text.length()) {
                    slow.add(one + other);
                }
            }
        }
        assertThat(slow).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Proves(Promise.P16)
    void takesEffortInProportionToTheLengthOfAnyText(int seed) {
        String text = text(new SplittableRandom(seed), 5_000);
        assertThat(steps(text, KeyHint.NONE)).isLessThan(50L * text.length());
    }

    private static long steps(String text, KeyHint hint) {
        Finder finder = new Finder(Sample.NAMES);
        CountingText counting = new CountingText(text);
        long match = finder.next(counting, 0, hint);
        while (match != Match.NONE) {
            match = finder.next(counting, Match.end(match), hint);
        }
        return counting.steps;
    }

    /** Counts how often one of its characters is looked at. */
    private static final class CountingText implements CharSequence {
        private final String text;
        private long steps;

        CountingText(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            steps += end - start;
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
