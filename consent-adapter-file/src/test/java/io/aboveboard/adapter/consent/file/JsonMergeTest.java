package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonMergeTest {
    @ParameterizedTest(name = "{0} changed to {1}, repeated on {2}, is {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'a':1}|{'a':2}|{'a':1,'b':3}|{'a':2,'b':3}",
                "{'a':1}|{'a':1,'n':2}|{'a':1,'b':3}|{'a':1,'b':3,'n':2}",
                "{'a':1}|{}|{'a':1,'b':3}|{'b':3}",
                "{'a':1}|{'a':2}|{'a':9}|{'a':9}",
                "{'a':1}|{'a':2}|{}|{}",
                "{'a':1}|{'a':1}|{'a':1}|{'a':1}",
                "{'a':1,'a':2}|{'a':1,'a':3}|{'a':1,'a':2}|{'a':3,'a':3}",
                "{}|{'x':1e400}|{}|{~  'x': 1e400~}"
            })
    void repeatsAChangeWhereNobodyElseChangedTheSame(String base, String changed, String onto, String merged)
            throws UnreadableFileException {
        JsonObjectText result = JsonMerge.repeat(text(base), text(changed), text(onto));
        assertThat(new String(result.bytes(), StandardCharsets.UTF_8)).isEqualTo(quoted(merged));
    }

    private static JsonObjectText text(String text) throws UnreadableFileException {
        return JsonObjectText.of("the file", quoted(text).getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"').replace('~', '\n');
    }
}
