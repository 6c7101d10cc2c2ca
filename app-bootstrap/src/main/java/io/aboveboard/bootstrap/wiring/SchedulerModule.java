package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.adapter.scheduler.quartz.QuartzHeartbeatScheduler;
import io.aboveboard.domain.port.HeartbeatScheduler;
import jakarta.inject.Singleton;

/** The daily job. */
final class SchedulerModule extends AbstractModule {
    @Provides
    @Singleton
    HeartbeatScheduler scheduler() {
        return QuartzHeartbeatScheduler.create();
    }
}
