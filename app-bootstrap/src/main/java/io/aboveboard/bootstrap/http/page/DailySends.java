package io.aboveboard.bootstrap.http.page;

import java.time.LocalDate;

/**
 * How many records were sent on one day, in UTC.
 *
 * @param date the day
 * @param base of the base layer
 * @param detailed of the detailed layer
 */
record DailySends(LocalDate date, long base, long detailed) {
    long total() {
        return base + detailed;
    }
}
