package io.aboveboard.bootstrap.docs;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.scheduler.quartz.QuartzHeartbeatScheduler;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.Event;
import io.aboveboard.domain.event.PropertyKey;
import io.aboveboard.domain.event.UserId;
import java.nio.file.Path;

/** What the README shows of embedding, compiled; the test beside it holds the two equal. */
final class EmbeddingExample {
    // begin
    static final PropertyKey<Long> PROJECT = PropertyKey.ofLong("project_id");
    static final Event TIMER_STARTED = Event.named("timer.started").with(PROJECT);

    static Aboveboard start(Path stateDir, String endpoint, String token) {
        return Aboveboard.of("timetracker", "5.10.0")
                .installation(FileInstallationStore.in(stateDir))
                .outbox(FileOutbox.in(stateDir))
                .sink(OtlpTelemetrySink.create(OtlpSinkConfig.of(endpoint, token)))
                .scheduler(QuartzHeartbeatScheduler.create())
                .start();
    }

    static void use(Aboveboard aboveboard) {
        aboveboard.telemetry().track(TIMER_STARTED, UserId.of(42), p -> p.put(PROJECT, 7L)); // refused: nobody said yes
        aboveboard.consent().grant(Actor.admin("42"));
        aboveboard.telemetry().track(TIMER_STARTED, UserId.of(42), p -> p.put(PROJECT, 7L)); // recorded, then delivered
        aboveboard.consent().withdraw(Actor.admin("42")); // nothing detailed leaves from here on
    }
    // end

    private EmbeddingExample() {}
}
