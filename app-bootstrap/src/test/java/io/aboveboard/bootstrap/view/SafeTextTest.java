package io.aboveboard.bootstrap.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Fault("H8")
class SafeTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "timer.started", "Zürich, λ, 漢字", "😀", "a 'quoted' \"text\""})
    void leavesVisibleTextAsItIs(String text) {
        assertThat(SafeText.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "000a, \\n",
        "000d, \\r",
        "0009, \\t",
        "0000, \\u0000",
        "001b, \\u001b",
        "007f, \\u007f",
        "009b, \\u009b",
        "200b, \\u200b",
        "202e, \\u202e",
        "2028, \\u2028",
        "2066, \\u2066",
        "d800, \\ud800",
        "e0041, \\U000e0041"
    })
    void escapesWhatBreaksTheLineMovesTheCursorOrHides(String codePoint, String escaped) {
        String text = Character.toString(Integer.parseInt(codePoint, 16));

        assertThat(SafeText.of("a" + text + "b")).isEqualTo("a" + escaped + "b");
    }

    @Test
    void tellsAnEscapeFromTextThatLooksLikeOne() {
        assertThat(SafeText.of("\\n")).isEqualTo("\\\\n").isNotEqualTo(SafeText.of("\n"));
    }
}
