package io.aboveboard.testkit.contract;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.testkit.fake.ManualHeartbeatScheduler;
import io.aboveboard.testkit.marks.AgainstDouble;
import java.time.LocalTime;
import java.time.ZoneOffset;

@AgainstDouble
class ManualHeartbeatSchedulerContractTest implements HeartbeatSchedulerContract {
    private final ManualHeartbeatScheduler scheduler = new ManualHeartbeatScheduler();

    @Override
    public HeartbeatScheduler scheduler() {
        return scheduler;
    }

    @Override
    public BeatSchedule soon() {
        return new BeatSchedule(LocalTime.of(3, 0), ZoneOffset.UTC);
    }

    @Override
    public void comeBeatTime() {
        scheduler.wake();
    }
}
