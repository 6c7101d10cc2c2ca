package io.aboveboard.adapter.scheduler.quartz;

import static org.quartz.CalendarIntervalScheduleBuilder.calendarIntervalSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatSchedulerException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.quartz.CalendarIntervalScheduleBuilder;
import org.quartz.impl.triggers.CalendarIntervalTriggerImpl;
import org.quartz.spi.OperableTrigger;

/**
 * Makes the trigger of a schedule: one calendar day after the other at the same local time. A cron trigger would skip the
 * day on which that time does not exist, which at three o'clock is one day a year in all of Eastern Europe.
 */
final class DailyTrigger {
    private static final String JOB = "send_base_telemetry_heartbeat";
    private static final String GROUP = "aboveboard";

    /** Quartz fires up to 2 ms before the time; too early a beat would not be due yet and the day would be lost. */
    private static final Duration MARGIN = Duration.ofMillis(5);

    private static final LocalTime LAST_OF_DAY = LocalTime.of(23, 59, 59, 999_000_000);

    private DailyTrigger() {}

    /** The time by the clock that Quartz fires by, so that the two cannot disagree. */
    static Instant quartzNow() {
        return newTrigger().build().getStartTime().toInstant();
    }

    /** A trigger whose next fire time is the first one after the given moment. */
    static OperableTrigger after(Instant now, BeatSchedule schedule) {
        CalendarIntervalTriggerImpl trigger = startingAt(startBefore(now, schedule), schedule.zone());
        trigger.setNextFireTime(trigger.getFireTimeAfter(Date.from(now)));
        return trigger;
    }

    /**
     * The latest earlier day on which the time exists as such. Quartz takes the hour of all further days from the start:
     * begun on a day whose time is shifted by a gap, all days would stay shifted.
     */
    private static Instant startBefore(Instant now, BeatSchedule schedule) {
        LocalTime at = late(schedule.at());
        LocalDate yesterday = now.atZone(schedule.zone()).toLocalDate().minusDays(1);
        return Stream.iterate(yesterday, day -> day.minusDays(1))
                .map(day -> day.atTime(at).atZone(schedule.zone()))
                .filter(start -> start.toLocalTime().equals(at))
                .findFirst()
                .orElseThrow()
                .toInstant();
    }

    private static LocalTime late(LocalTime at) {
        LocalTime late = at.plus(MARGIN);
        return late.isBefore(at) ? LAST_OF_DAY : late;
    }

    static CalendarIntervalTriggerImpl startingAt(Instant start, ZoneId zone) {
        CalendarIntervalScheduleBuilder daily = calendarIntervalSchedule()
                .withIntervalInDays(1)
                .inTimeZone(timeZoneOf(zone))
                .preserveHourOfDayAcrossDaylightSavings(true)
                .skipDayIfHourDoesNotExist(false)
                .withMisfireHandlingInstructionFireAndProceed();
        return (CalendarIntervalTriggerImpl) newTrigger()
                .withIdentity(JOB, GROUP)
                .forJob(JOB, GROUP)
                .startAt(Date.from(start))
                .withSchedule(daily)
                .build();
    }

    /** {@link TimeZone#getTimeZone(ZoneId)} silently answers GMT where it does not know the zone, UTC+03:00 among them. */
    private static TimeZone timeZoneOf(ZoneId zone) {
        if (zone.normalized() instanceof ZoneOffset offset) {
            return new SimpleTimeZone(
                    (int) Duration.ofSeconds(offset.getTotalSeconds()).toMillis(), zone.getId());
        }
        TimeZone timeZone = TimeZone.getTimeZone(zone);
        if (!timeZone.getID().equals(zone.getId())) {
            throw new HeartbeatSchedulerException(
                    "time zone " + zone.getId() + " cannot be scheduled in: set TZ to a zone of the IANA database");
        }
        return timeZone;
    }
}
