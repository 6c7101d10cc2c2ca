package io.aboveboard.adapter.sink.otlp.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads dates in the form that HTTP servers write today, and in the two that they used to write (RFC 9110, 5.6.7). */
final class HttpDates {
    /**
     * Where a year has two digits, the day of the week tells the century: no day has the same one a hundred years before or
     * after.
     */
    private static final List<DateTimeFormatter> FORMS = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            rfc850(2000),
            rfc850(1900),
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US).withZone(ZoneOffset.UTC));

    private HttpDates() {}

    static Optional<Instant> parse(String written) {
        return FORMS.stream().flatMap(form -> parse(written, form).stream()).findFirst();
    }

    private static Optional<Instant> parse(String written, DateTimeFormatter form) {
        try {
            return Optional.of(form.parse(written, Instant::from));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter rfc850(int century) {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(century, 1, 1))
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.US)
                .withZone(ZoneOffset.UTC);
    }
}
