package io.aboveboard.bootstrap.http.page;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.Layer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Counts what was sent on each of the last days, in UTC, record by record and in constant memory. Not thread-safe. */
final class SentDays {
    static final int DAYS = 30;
    private static final long SECONDS_OF_A_DAY = 24 * 60 * 60L;

    private final long first;
    private final long[] base = new long[DAYS];
    private final long[] detailed = new long[DAYS];
    private @Nullable Instant last;

    SentDays(Instant now) {
        first = dayOf(now) - (DAYS - 1);
    }

    private static long dayOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS_OF_A_DAY);
    }

    void count(SentRecord sent) {
        if (last == null || sent.deliveredAt().isAfter(last)) {
            last = sent.deliveredAt();
        }
        long day = dayOf(sent.deliveredAt()) - first;
        if (day >= 0 && day < DAYS) {
            long[] counts = sent.record().layer() == Layer.BASE ? base : detailed;
            counts[(int) day]++;
        }
    }

    /** When the last of it was delivered. */
    @Nullable
    Instant last() {
        return last;
    }

    /** Up to today, the oldest first; a day without sends is there too. */
    List<DailySends> toList() {
        return IntStream.range(0, DAYS)
                .mapToObj(day -> new DailySends(LocalDate.ofEpochDay(first + day), base[day], detailed[day]))
                .toList();
    }
}
