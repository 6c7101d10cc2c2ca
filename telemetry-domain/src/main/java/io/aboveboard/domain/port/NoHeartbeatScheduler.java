package io.aboveboard.domain.port;

import io.aboveboard.domain.base.BeatSchedule;

enum NoHeartbeatScheduler implements HeartbeatScheduler {
    INSTANCE;

    @Override
    public ScheduledBeat schedule(BeatSchedule schedule, Runnable beat) {
        return () -> {};
    }
}
