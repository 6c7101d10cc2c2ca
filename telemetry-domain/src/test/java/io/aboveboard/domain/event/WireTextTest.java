package io.aboveboard.domain.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTextTest {
    private static final String SMILE = "\uD83D\uDE00";

    @Test
    void leavesCleanTextAlone() {
        String clean = "Grüße, мир, 世界 ~";
        assertThat(WireText.clean(clean)).isSameAs(clean);
        assertThat(WireText.clean("")).isEmpty();
    }

    @Test
    void keepsAPairOfSurrogates() {
        assertThat(WireText.clean("a" + SMILE + "b")).isEqualTo("a" + SMILE + "b");
    }

    @Test
    @Fault("C22")
    void keepsOneThousandTwentyFourCharactersAndCutsTheRest() {
        assertThat(WireText.clean("x".repeat(1024))).hasSize(1024);
        assertThat(WireText.clean("x".repeat(1025))).isEqualTo("x".repeat(1024));
        assertThat(WireText.clean("x".repeat(300_000))).hasSize(1024);
    }

    @Test
    @Fault("C22")
    void neverCutsThroughAPairOfSurrogates() {
        assertThat(WireText.clean("x".repeat(1023) + SMILE)).isEqualTo("x".repeat(1023));
        assertThat(WireText.clean("x".repeat(1022) + SMILE + "y")).isEqualTo("x".repeat(1022) + SMILE);
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "10", "13", "27", "31", "127", "128", "155", "159"})
    @Fault("C23")
    void turnsControlCharactersIntoSpaces(int control) {
        assertThat(WireText.clean("a" + (char) control + "b")).isEqualTo("a b");
    }

    @Test
    @Fault("C23")
    void replacesHalfASurrogate() {
        assertThat(WireText.clean("a\uD800b")).isEqualTo("a\uFFFDb");
        assertThat(WireText.clean("a\uDC00b")).isEqualTo("a\uFFFDb");
        assertThat(WireText.clean("\uDE00\uD83D")).isEqualTo("\uFFFD\uFFFD");
    }

    @Test
    @Fault("C23")
    void alwaysGivesTextThatSurvivesUtf8() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            String clean = WireText.clean(randomText(random));
            byte[] utf8 = clean.getBytes(StandardCharsets.UTF_8);
            assertThat(new String(utf8, StandardCharsets.UTF_8)).isEqualTo(clean);
            assertThat(clean).hasSizeLessThanOrEqualTo(1024);
            assertThat(clean.chars()).noneMatch(Character::isISOControl);
        }
    }

    @Test
    void countsTheBytesThatUtf8Takes() {
        Random random = new Random(2);
        for (String text : new String[] {"", "\u007F", "\u0080", "\u07FF", "\u0800", "\uFFFF", "\uD800\uDC00"}) {
            assertThat(WireText.utf8Length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
        for (int i = 0; i < 500; i++) {
            String clean = WireText.clean(randomText(random));
            assertThat(WireText.utf8Length(clean)).isEqualTo(clean.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private static String randomText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(1_100);
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextBoolean() ? random.nextInt(0x180) : 0xD7F0 + random.nextInt(0x820)));
        }
        return text.toString();
    }
}
