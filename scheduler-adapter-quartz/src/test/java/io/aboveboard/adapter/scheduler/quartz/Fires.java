package io.aboveboard.adapter.scheduler.quartz;

import io.aboveboard.domain.base.BeatSchedule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.quartz.spi.OperableTrigger;

/** The fire times of a schedule, without a scheduler. */
final class Fires {
    private Fires() {}

    /** All fire times up to the end of a date, as Quartz finds them one from the other. */
    static List<Instant> of(BeatSchedule schedule, Instant begun, LocalDate end) {
        OperableTrigger trigger = DailyTrigger.after(begun, schedule);
        List<Instant> fires = new ArrayList<>();
        Instant fire = trigger.getNextFireTime().toInstant();
        while (!schedule.dateOf(fire).isAfter(end)) {
            fires.add(fire);
            trigger.triggered(null);
            fire = trigger.getNextFireTime().toInstant();
        }
        return fires;
    }

    static Instant noon(LocalDate date, ZoneId zone) {
        return ZonedDateTime.of(date, LocalTime.NOON, zone).toInstant();
    }
}
