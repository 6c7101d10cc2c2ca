package io.aboveboard.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellWordTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "http://127.0.0.1:4318 | http://127.0.0.1:4318",
                "/home/a b/c | '/home/a b/c'",
                "$HOME | '$HOME'",
                "it's | 'it'\\''s'",
                "\"\" | ''"
            })
    void takesAValueForOneWord(String value, String word) {
        assertThat(ShellWord.of(value)).isEqualTo(word);
    }
}
