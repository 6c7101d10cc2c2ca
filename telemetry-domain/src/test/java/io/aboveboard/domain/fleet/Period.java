package io.aboveboard.domain.fleet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The simulated days: two weeks in which Europe puts its clocks forward and Australia puts them back. */
final class Period {
    static final LocalDate FIRST = LocalDate.of(2027, 3, 22);
    static final int DAYS = 14;

    /** The moment at which the first zone of the world begins the first date. */
    static final long BEGIN = FIRST.atStartOfDay(ZoneOffset.ofHours(14)).toEpochSecond();

    /** Until the last zone of the world has ended the last date, in seconds. */
    static final int SECONDS =
            (int) (date(DAYS).atStartOfDay(ZoneOffset.ofHours(-12)).toEpochSecond() - BEGIN);

    static final int MINUTES = SECONDS / 60;

    private Period() {}

    static LocalDate date(int day) {
        return FIRST.plusDays(day);
    }

    static Instant at(int day, LocalTime time, ZoneId zone) {
        return date(day).atTime(time).atZone(zone).toInstant();
    }

    static Instant startOf(int day, ZoneId zone) {
        return date(day).atStartOfDay(zone).toInstant();
    }

    static int second(Instant moment) {
        return (int) (moment.getEpochSecond() - BEGIN);
    }

    static int minute(Instant moment) {
        return second(moment) / 60;
    }
}
