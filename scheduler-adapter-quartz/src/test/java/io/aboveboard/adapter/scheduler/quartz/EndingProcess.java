package io.aboveboard.adapter.scheduler.quartz;

import io.aboveboard.domain.base.BeatSchedule;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** A program whose {@code main} schedules the beat, closes nothing and ends. */
final class EndingProcess {
    static final String LAST_WORD = "main ends";

    private EndingProcess() {}

    public static void main(String[] args) {
        QuartzHeartbeatScheduler.create().schedule(new BeatSchedule(LocalTime.of(3, 0), ZoneOffset.UTC), () -> {});
        System.out.println(LAST_WORD);
    }
}
