package io.aboveboard.domain.engine;

import io.aboveboard.domain.base.Platform;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.memory.InMemoryOutbox;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.privacy.Privacy;
import io.aboveboard.domain.replica.ReplicaInstallationStore;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** One of several replicas at one {@link SharedStore}, with a clock of its own. A second engine is a restart. */
final class ReplicaBench {
    final ManualTime time;
    final InMemoryInstallationStore memory = new InMemoryInstallationStore();
    final InMemoryInstallationStore file = new InMemoryInstallationStore();
    final BreakableOutbox outbox = new BreakableOutbox(InMemoryOutbox.DEFAULT_MAX_BYTES);
    final ScriptedSink sink = new ScriptedSink();
    final RecordingMonitor heard = new RecordingMonitor();
    Switches switches = Switches.unset();
    private final SharedStore shared;

    ReplicaBench(SharedStore shared, String now) {
        this.shared = shared;
        this.time = new ManualTime(now);
    }

    Engine engine() {
        Ports ports = new Ports(
                ReplicaInstallationStore.acting(shared, memory, file, time::nanos),
                outbox,
                sink,
                HeartbeatScheduler.none(),
                ConsentMirror.none(),
                FirstRunNotice.none(),
                heard,
                () -> new Platform("Linux", "6.1", "x86_64", "en_US", "UTC", "docker"));
        Settings settings = new Settings(
                Bench.SERVICE,
                switches,
                "1",
                EventSchema.version(1),
                LocalTime.of(3, 0),
                Duration.ZERO,
                () -> ZoneOffset.UTC,
                100,
                Duration.ofDays(6),
                Duration.ZERO,
                Privacy::unaware);
        return new Engine(ports, settings, time.clocks(), new SplittableRandom(42));
    }
}
