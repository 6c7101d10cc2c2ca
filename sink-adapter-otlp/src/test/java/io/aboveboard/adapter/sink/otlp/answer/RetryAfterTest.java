package io.aboveboard.adapter.sink.otlp.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.testkit.marks.Fault;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Fault("C7")
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2027-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "1, PT1S",
        "120, PT2M",
        "3600, PT1H",
        "3601, PT1H",
        "1000000000000, PT1H",
        "99999999999999999999999999, PT1H",
        "'Fri, 01 Jan 2027 12:00:30 GMT', PT30S",
        "'Fri, 01 Jan 2027 11:59:30 GMT', PT0S",
        "'Sat, 02 Jan 2027 12:00:00 GMT', PT1H",
        "'Friday, 01-Jan-27 12:00:30 GMT', PT30S",
        "'Friday, 01-Jan-27 11:59:30 GMT', PT0S",
        "'Fri Jan  1 12:00:30 2027', PT30S",
        "'Friday, 01-Jan-27 12:00:30', PT0S",
        "'Sat, 01 Jan 2027 12:00:30 GMT', PT0S",
        "'', PT0S",
        "-5, PT0S",
        "1.5, PT0S",
        "+7, PT0S",
        "soon, PT0S",
        "120 s, PT0S",
        "٣, PT0S"
    })
    void readsSecondsAndDatesAndIgnoresTheRest(String written, Duration wait) {
        assertThat(RetryAfter.parse(written, NOW)).isEqualTo(wait);
    }
}
