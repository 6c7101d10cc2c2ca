package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonObjectTextTest {
    @Test
    void replacesAValueAndNothingAroundIt() throws UnreadableFileException {
        assertThat(spliced("{ \"ä\" :1e400 ,\t\"a\" : [1, {\"b\":2}]\n}", "a", "true"))
                .isEqualTo("{ \"ä\" :1e400 ,\t\"a\" : true\n}");
    }

    @Test
    void replacesEveryValueOfAName() throws UnreadableFileException {
        assertThat(spliced("{\"a\":1,\"b\":2,\"\\u0061\":3}", "a", "\"x\""))
                .isEqualTo("{\"a\":\"x\",\"b\":2,\"\\u0061\":\"x\"}");
    }

    @Test
    void leavesTheSameNameInsideAValueAlone() throws UnreadableFileException {
        assertThat(spliced("{\"o\":{\"a\":1},\"a\":2}", "a", "3")).isEqualTo("{\"o\":{\"a\":1},\"a\":3}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{}|{~  \"a\": 1~}",
                " { } |' {~  \"a\": 1~} '",
                "{~  \"x\": 0~}|{~  \"x\": 0,~  \"a\": 1~}",
                "{~\t\"x\": 0~}~|{~\t\"x\": 0,~\t\"a\": 1~}~",
                "{\"x\":0}|{\"x\":0,\"a\":1}",
                "{\"x\": 0, \"y\": 0}|{\"x\": 0, \"y\": 0, \"a\": 1}"
            })
    void addsAValueInTheStyleOfTheText(String before, String after) throws UnreadableFileException {
        String text = before.replace('~', '\n');
        String expected = after.replace('~', '\n').replace("'", "");
        assertThat(spliced(text, "a", "1").strip()).isEqualTo(expected.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{\"a\":1}|{}",
                "{~  \"a\": {\"b\": 1}~}~|{}~",
                "{\"a\": 1, \"b\": 2}|{\"b\": 2}",
                "{\"b\": 2, \"a\": 1}|{\"b\": 2}",
                "{\"b\": 2, \"a\": 1, \"c\": 3, \"a\": 4}|{\"b\": 2, \"c\": 3}",
                "{\"b\": 2}|{\"b\": 2}"
            })
    void removesEveryValueOfAName(String before, String after) throws UnreadableFileException {
        assertThat(text(parsed(before.replace('~', '\n')).without("a"))).isEqualTo(after.replace('~', '\n'));
    }

    @Test
    void doesNotCopyAnIndentThatIsOutOfProportion() throws UnreadableFileException {
        String gap = " ".repeat(5000);
        assertThat(spliced("{" + gap + "\"x\":0}", "a", "1")).isEqualTo("{" + gap + "\"x\":0,\n  \"a\": 1}");
    }

    @Test
    void writesTextAsAsciiLikePython() throws UnreadableFileException {
        JsonObjectText changed = parsed("{}").with("a", JsonObjectText.literal("é\"\n"));
        assertThat(text(changed)).contains("\"\\u00E9\\\"\\n\"");
        assertThat(changed.string("a")).hasValue("é\"\n");
    }

    @Test
    void readsTheLastOfSeveralAsPythonDoes() throws UnreadableFileException {
        assertThat(parsed("{\"a\":\"x\",\"a\":\"y\"}").string("a")).hasValue("y");
        assertThat(parsed("{\"a\":\"x\",\"a\":1}").string("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":tru",
                "{\"a\":\"x",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1,}",
                "{\"a\":\"\t\"}",
                "/**/{}"
            })
    void takesBrokenTextForPerhapsHalfWritten(String broken) {
        assertThatThrownBy(() -> parsed(broken))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        refused -> assertThat(refused.isPerhapsHalfWritten()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"x\"", "5", "{}{}", "{} []", "\uFEFF{}", "{\"a\":\"\u0000\"}"})
    void refusesWhatIsNotExactlyOneObject(String other) {
        assertThatThrownBy(() -> parsed(other))
                .isInstanceOfSatisfying(
                        UnreadableFileException.class,
                        refused -> assertThat(refused.isPerhapsHalfWritten()).isFalse());
    }

    @Test
    void saysWhereAndNothingOfTheContent() {
        assertThatThrownBy(() -> parsed("{\n  \"token\": \"x\",\n  \"secret\": hunter2\n}"))
                .hasMessageContaining("the file, line 3, column")
                .hasMessageNotContaining("hunter2")
                .hasMessageNotContaining("secret");
    }

    @Test
    void refusesToGrowBeyondWhatIsReadAgain() throws UnreadableFileException {
        JsonObjectText full = parsed("{\"x\":\"" + "y".repeat(JsonObjectReader.MAX_BYTES - 8) + "\"}");
        assertThatThrownBy(() -> full.with("a", "1")).isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void refusesMoreKeysThanItKeepsTrackOf() {
        String keys = "\"\":0,".repeat(100_000);
        assertThatThrownBy(() -> parsed("{" + keys + "\"\":0}")).hasMessageContaining("100000 keys");
    }

    private static String spliced(String text, String name, String literal) throws UnreadableFileException {
        return text(parsed(text).with(name, literal));
    }

    private static JsonObjectText parsed(String text) throws UnreadableFileException {
        return JsonObjectText.of("the file", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonObjectText object) {
        return new String(object.bytes(), StandardCharsets.UTF_8);
    }
}
