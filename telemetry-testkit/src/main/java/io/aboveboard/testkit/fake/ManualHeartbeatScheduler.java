package io.aboveboard.testkit.fake;

import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.ScheduledBeat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A scheduler that wakes when the test says so, on the test's own thread. Thread-safe. */
public final class ManualHeartbeatScheduler implements HeartbeatScheduler {
    private final List<Running> running = new CopyOnWriteArrayList<>();

    /** A scheduler without a schedule. */
    public ManualHeartbeatScheduler() {}

    @Override
    public ScheduledBeat schedule(BeatSchedule schedule, Runnable beat) {
        Running started = new Running(schedule, beat);
        running.add(started);
        return () -> running.remove(started);
    }

    /** Wakes everything that is scheduled and not closed. */
    public void wake() {
        running.forEach(each -> each.beat.run());
    }

    /**
     * What is scheduled and not closed.
     *
     * @return a copy, in the order of scheduling
     */
    public List<BeatSchedule> schedules() {
        return running.stream().map(each -> each.schedule).toList();
    }

    /** Known by itself alone: the same may be scheduled twice. */
    private static final class Running {
        private final BeatSchedule schedule;
        private final Runnable beat;

        private Running(BeatSchedule schedule, Runnable beat) {
            this.schedule = schedule;
            this.beat = beat;
        }
    }
}
