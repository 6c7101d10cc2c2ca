package io.aboveboard.domain.fleet;

import io.aboveboard.domain.base.BeatSchedule;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** Compares the beats of an installation with the dates on which its process ran at or after its beat time. */
final class Dates {
    private long expected;
    private long beats;
    private long without;
    private long twice;
    private long unexpected;

    void look(Site site, List<Beat> made) {
        int[] perDate = new int[Period.DAYS];
        made.forEach(beat -> perDate[(int) (beat.date().toEpochDay() - Period.FIRST.toEpochDay())]++);
        for (int day = 0; day < Period.DAYS; day++) {
            count(isExpected(site, day), perDate[day]);
        }
    }

    private void count(boolean isExpected, int made) {
        expected += isExpected ? 1 : 0;
        beats += made;
        without += isExpected && made == 0 ? 1 : 0;
        twice += made > 1 ? 1 : 0;
        unexpected += !isExpected && made > 0 ? 1 : 0;
    }

    /** By the zone's own rules, without asking the schedule: the beat time is within the date, and the process ran then. */
    private static boolean isExpected(Site site, int day) {
        BeatSchedule schedule = site.schedule();
        ZonedDateTime beat = Period.date(day).atTime(schedule.at()).atZone(schedule.zone());
        Instant end = Period.startOf(day + 1, schedule.zone());
        return beat.toInstant().isBefore(end)
                && site.runs().stream().anyMatch(run -> run.overlaps(beat.toInstant(), end));
    }

    /** Dates on which an installation ran at or after its beat time. */
    long expected() {
        return expected;
    }

    long beats() {
        return beats;
    }

    /** Of those, dates without a beat. */
    long without() {
        return without;
    }

    /** Dates with more than one beat. */
    long twice() {
        return twice;
    }

    /** Dates with a beat that no process was there to make at its time. */
    long unexpected() {
        return unexpected;
    }
}
