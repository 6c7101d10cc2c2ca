package io.aboveboard.benchmarks.call;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.benchmarks.Folders;
import io.aboveboard.benchmarks.Sample;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.AboveboardBuilder;
import io.aboveboard.domain.api.Telemetry;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.host.EnvironmentSwitches;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** What is called, in the state that is measured, on a state folder of its own. */
public final class Subject implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private final Path folder = Folders.temporary();
    private final InstantSink sink = new InstantSink();
    private final FullDisk disk = new FullDisk(FileOutbox.in(folder));
    private final UserId user = UserId.of(42);
    private final State state;
    private final Aboveboard aboveboard;

    private Subject(State state, int queue) {
        this.state = state;
        AboveboardBuilder builder = Aboveboard.of("timetracker", "5.10.0")
                .installation(FileInstallationStore.in(folder))
                .outbox(disk.outbox())
                .sink(sink)
                .closeWait(Duration.ZERO)
                .environmentSwitches(EnvironmentSwitches.of(
                        state == State.OFF_KILL_SWITCH ? Map.of("DO_NOT_TRACK", "1") : Map.of()));
        if (queue > 0) {
            builder.queueCapacity(queue);
        }
        this.aboveboard = builder.start();
    }

    /** Opens one in a state, with a queue of this length; 0 for the default. */
    public static Subject open(State state, int queue) {
        Subject subject = new Subject(state, queue);
        subject.prepare();
        return subject;
    }

    private void prepare() {
        if (state.isGranted()) {
            aboveboard.consent().grant(Actor.admin("1"));
        }
        settle();
        switch (state) {
            case FULL_QUEUE -> sink.stick();
            case DEAD_SINK -> sink.die();
            case FULL_DISK -> disk.fill();
            default -> {
                // It is in this state already.
            }
        }
    }

    public Telemetry telemetry() {
        return aboveboard.telemetry();
    }

    /** Records the event of a number, the way a host would. */
    public Object track(long number) {
        return telemetry().track(Sample.EVENT, user, p -> Sample.fill(p, number));
    }

    /** Waits until nothing is left in memory, or for a moment where that cannot be. */
    public void settle() {
        boolean canBe = state != State.DEAD_SINK && state != State.FULL_QUEUE;
        aboveboard.flush(canBe ? PATIENCE : MOMENT);
    }

    public Aboveboard aboveboard() {
        return aboveboard;
    }

    @Override
    public void close() {
        sink.release();
        aboveboard.close();
        Folders.delete(folder);
    }
}
