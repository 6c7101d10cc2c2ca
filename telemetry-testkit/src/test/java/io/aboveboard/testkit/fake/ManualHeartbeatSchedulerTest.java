package io.aboveboard.testkit.fake;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.ScheduledBeat;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ManualHeartbeatSchedulerTest {
    private final ManualHeartbeatScheduler scheduler = new ManualHeartbeatScheduler();
    private final BeatSchedule schedule = new BeatSchedule(LocalTime.of(3, 0), ZoneOffset.UTC);

    @Test
    void wakesOnTheCallersThreadOnceForEachCall() {
        AtomicInteger wakes = new AtomicInteger();
        scheduler.schedule(schedule, wakes::incrementAndGet);
        scheduler.wake();
        scheduler.wake();
        assertThat(wakes).hasValue(2);
    }

    @Test
    void showsWhatIsScheduledUntilItIsClosed() {
        ScheduledBeat beat = scheduler.schedule(schedule, () -> {});
        assertThat(scheduler.schedules()).containsExactly(schedule);
        beat.close();
        assertThat(scheduler.schedules()).isEmpty();
    }
}
