package io.aboveboard.adapter.sink.otlp.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the one form of date that HTTP servers write today (RFC 9110, IMF-fixdate). */
final class HttpDates {
    private HttpDates() {}

    static Optional<Instant> parse(String written) {
        try {
            return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(written, Instant::from));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }
}
