package io.aboveboard.adapter.consent.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PythonTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00.123456+00:00, 2026-03-01T12:00:00.123456Z",
        "2026-03-01T12:00:00+00:00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00.123456, 2026-03-01T12:00:00.123456Z",
        "2026-03-01 12:00:00.123456, 2026-03-01T12:00:00.123456Z",
        "2026-03-01 12:00:00, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00, 2026-03-01T12:00:00Z",
        "2026-03-01T17:30:00+05:30, 2026-03-01T12:00:00Z",
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "' 2026-03-01T12:00:00Z\n', 2026-03-01T12:00:00Z"
    })
    void readsWhatPythonWrites(String written, Instant moment) {
        assertThat(PythonTime.parse(written)).hasValue(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yes", "1767225600", "2026-02-30T12:00:00", "01.03.2026", "T", "2026-03-01TT12:00"})
    void readsNothingElse(String written) {
        assertThat(PythonTime.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T12:00:00Z, 2026-03-01T12:00:00+00:00",
        "2026-03-01T12:00:00.5Z, 2026-03-01T12:00:00.500000+00:00",
        "2026-03-01T12:00:00.123456789Z, 2026-03-01T12:00:00.123456+00:00",
        "2026-03-01T12:00:00.000000999Z, 2026-03-01T12:00:00+00:00"
    })
    void writesAsPythonDoes(Instant moment, String written) {
        assertThat(PythonTime.format(moment)).isEqualTo(written);
    }
}
