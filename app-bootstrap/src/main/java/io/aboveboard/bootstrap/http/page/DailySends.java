package io.aboveboard.bootstrap.http.page;

import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.Layer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many records were sent on one day, in UTC.
 *
 * @param date the day
 * @param base of the base layer
 * @param detailed of the detailed layer
 */
record DailySends(LocalDate date, long base, long detailed) {
    static final int DAYS = 30;

    /** The last days up to today, the oldest first; a day without sends is there too. */
    static List<DailySends> of(List<SentRecord> sent, Instant now) {
        LocalDate today = dateOf(now);
        return IntStream.range(0, DAYS)
                .mapToObj(day -> on(today.minusDays(DAYS - 1L - day), sent))
                .toList();
    }

    private static DailySends on(LocalDate date, List<SentRecord> sent) {
        return new DailySends(date, count(Layer.BASE, date, sent), count(Layer.DETAILED, date, sent));
    }

    private static long count(Layer layer, LocalDate date, List<SentRecord> sent) {
        return sent.stream()
                .filter(record -> record.record().layer() == layer)
                .filter(record -> dateOf(record.deliveredAt()).equals(date))
                .count();
    }

    private static LocalDate dateOf(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    long total() {
        return base + detailed;
    }
}
