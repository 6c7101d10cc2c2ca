package io.aboveboard.adapter.scheduler.quartz;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.testkit.contract.HeartbeatSchedulerContract;

class QuartzHeartbeatSchedulerContractTest implements HeartbeatSchedulerContract {
    private final QuartzHeartbeatScheduler scheduler = QuartzHeartbeatScheduler.create();

    @Override
    public HeartbeatScheduler scheduler() {
        return scheduler;
    }

    @Override
    public BeatSchedule soon() {
        return Schedules.in(1500);
    }
}
