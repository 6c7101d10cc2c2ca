package io.aboveboard.domain.engine;

import static io.aboveboard.domain.engine.Bench.PROJECT;
import static io.aboveboard.domain.engine.Bench.TIMER_STARTED;

import io.aboveboard.domain.event.UserId;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the tests of replicas have in common: two at one database, which can be down. */
abstract class TwoReplicas {
    static final String START = "2027-06-10T12:00:00Z";
    static final String FIRST_SEEN = "base_telemetry.first_seen";
    static final String HEARTBEAT = "base_telemetry.heartbeat";
    static final String EVENT = "timer.started";

    final ManualTime clock = new ManualTime(START);
    final SharedStore database = new SharedStore(clock);
    final ReplicaBench a = new ReplicaBench(database, START);
    final ReplicaBench b = new ReplicaBench(database, START);

    final void pass(Duration duration) {
        Stream.of(clock, a.time, b.time).forEach(time -> time.pass(duration));
    }

    static void track(Engine engine) {
        engine.telemetry().track(TIMER_STARTED, UserId.of(1), p -> p.put(PROJECT, 7L));
        engine.store();
    }

    final List<String> uidsOf(String event) {
        return Stream.of(a, b)
                .flatMap(replica -> replica.sink.records(event).stream())
                .map(record -> record.uid().value())
                .toList();
    }
}
