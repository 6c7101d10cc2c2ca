package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.text;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.annotation.Nullable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as people read them, in UTC; the script turns them into those of the reader. */
final class Moment {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Moment() {}

    static Content of(Instant at) {
        return el(
                "time",
                FORM.format(at),
                attr("datetime", at.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    static String day(@Nullable LocalDate date, String otherwise) {
        return date == null ? otherwise : DAY.format(date);
    }

    static Content of(@Nullable Instant at, String otherwise) {
        return at == null ? text(otherwise) : of(at);
    }
}
