package io.aboveboard.adapter.scheduler.quartz;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.ScheduledBeat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Schedules whose beat time is near, by the real clock: Quartz knows no other. */
final class Schedules {
    private static final ZoneId ZONE = ZoneOffset.UTC;

    private Schedules() {}

    /** Daily, for the first time at that moment. */
    static BeatSchedule from(Instant at) {
        return new BeatSchedule(LocalDateTime.ofInstant(at, ZONE).toLocalTime(), ZONE);
    }

    /** Daily, for the first time so many milliseconds from now. */
    static BeatSchedule in(long millis) {
        return from(DailyTrigger.quartzNow().plusMillis(millis));
    }

    /** Daily, for the first time in twelve hours. */
    static BeatSchedule farAway() {
        return in(Duration.ofHours(12).toMillis());
    }

    /** Started as a process finds itself that slept over its last beat times: Quartz fires at once. */
    static ScheduledBeat asleepFor(Duration slept, Runnable beat) {
        return asleepFor(slept, farAway(), beat);
    }

    static ScheduledBeat asleepFor(Duration slept, BeatSchedule schedule, Runnable beat) {
        Instant fellAsleep = DailyTrigger.quartzNow().minus(slept);
        return QuartzScheduledBeat.start("asleep", DailyTrigger.after(fellAsleep, schedule), beat);
    }
}
