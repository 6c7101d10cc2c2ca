package io.aboveboard.domain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.base.BeatSchedule;
import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.memory.InMemoryConsentMirror;
import io.aboveboard.domain.memory.InMemoryOutbox;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.ScheduledBeat;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.domain.privacy.Privacy;
import io.aboveboard.domain.record.DropReason;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A whole engine whose surroundings are in the hand of the test. A second engine on the same bench is a restart. */
final class Bench implements HeartbeatScheduler {
    static final Service SERVICE = new Service("timetracker", "5.10.0", "staging", "beta");
    static final Actor ADMIN = Actor.admin("7");
    static final PropertyKey<Long> PROJECT = PropertyKey.ofLong("project_id");
    static final Event TIMER_STARTED = Event.named("timer.started").with(PROJECT);

    final ManualTime time = new ManualTime("2027-06-10T12:00:00Z");
    final BreakableStore store = new BreakableStore();
    BreakableOutbox outbox = new BreakableOutbox(InMemoryOutbox.DEFAULT_MAX_BYTES);
    final ScriptedSink sink = new ScriptedSink();
    final RecordingMonitor heard = new RecordingMonitor();
    final List<BeatSchedule> schedules = new ArrayList<>();
    final List<Runnable> wakers = new ArrayList<>();
    int closedSchedules;
    TelemetrySink configuredSink = sink;
    TelemetryMonitor monitor = heard;
    HeartbeatScheduler scheduler = this;
    FirstRunNotice notice = FirstRunNotice.none();
    ConsentMirror mirror = new InMemoryConsentMirror();
    Switches switches = Switches.unset();
    String textVersion = "1";
    EventSchema schema = EventSchema.version(1);
    ZoneId zone = ZoneOffset.UTC;
    LocalTime beatAt = LocalTime.of(3, 0);
    Duration beatSpread = Duration.ZERO;
    int queueCapacity = 100;
    Duration maxAge = Duration.ofDays(6);
    Privacy privacy = Privacy.unaware();
    Duration closeWait = Duration.ofSeconds(2);

    @Override
    public ScheduledBeat schedule(BeatSchedule schedule, Runnable beat) {
        schedules.add(schedule);
        wakers.add(beat);
        return () -> closedSchedules++;
    }

    /** Put together, nothing done yet. */
    Engine engine() {
        Ports ports = new Ports(
                store,
                outbox,
                configuredSink,
                scheduler,
                mirror,
                notice,
                monitor,
                () -> new Platform("Linux", "6.1", "x86_64", "en_US", "UTC", "docker"));
        Settings settings = new Settings(
                SERVICE,
                switches,
                textVersion,
                schema,
                beatAt,
                beatSpread,
                () -> zone,
                queueCapacity,
                maxAge,
                closeWait,
                () -> privacy);
        return new Engine(ports, settings, time.clocks(), new SplittableRandom(42));
    }

    /** Started, as far as that needs no threads: it has looked around, reported itself and delivered. */
    Engine running() {
        return settled(engine());
    }

    /** Running under a yes, with the install ping delivered. */
    Engine granted() {
        Engine engine = running();
        engine.consent().grant(ADMIN);
        return settled(engine);
    }

    /** Lets an engine do everything there is to do now. */
    static Engine settled(Engine engine) {
        engine.keepHouse();
        engine.flush(Duration.ZERO);
        return engine;
    }

    /** Every record that was offered is delivered, pending, or dropped for a reason. */
    static void assertNothingLost(Engine engine) {
        Counts counts = engine.transparency().status().counts();
        long dropped =
                counts.dropped().values().stream().mapToLong(Long::longValue).sum();
        assertThat(counts.delivered() + counts.pending() + dropped)
                .as("%s", counts)
                .isEqualTo(counts.offered());
    }

    static long dropped(Engine engine, DropReason reason) {
        return engine.transparency().status().counts().dropped().getOrDefault(reason, 0L);
    }
}
