package io.aboveboard.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedValueTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "-42", "999999999999999999"})
    void takesWholeNumbers(String text) {
        assertThat(TypedValue.of(text)).isEqualTo(Long.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "-0.25", "1e3", "2.5E-3", "0.0"})
    void takesDecimals(String text) {
        assertThat(TypedValue.of(text)).isEqualTo(Double.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void takesFlags(String text) {
        assertThat(TypedValue.of(text)).isEqualTo(Boolean.valueOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "007", "1.", ".5", "+1", "1_000", "0x10", "NaN", "TRUE", "1e999", "\"", "5.10.0"})
    void takesEverythingElseAsText(String text) {
        assertThat(TypedValue.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000000000", "99999999999999999999"})
    void losesNoDigit(String text) {
        assertThat(TypedValue.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "true", "5.10", ""})
    void takesWhatIsQuotedAsText(String text) {
        assertThat(TypedValue.of('"' + text + '"')).isEqualTo(text);
    }
}
