package io.aboveboard.bootstrap.silence;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.scheduler.quartz.QuartzHeartbeatScheduler;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.AboveboardBuilder;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.testkit.fake.MutableClock;
import io.aboveboard.testkit.silence.Silence;
import io.aboveboard.testkit.silence.SilenceCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A host that embeds the library, with everything it has, and uses it for some simulated minutes. Also a program: folder,
 * minutes.
 */
final class QuietDay {
    static final int WHOLE = 24 * 60;

    private final Path stateDir;
    private final EnvironmentSwitches switches;
    private final MutableClock clock = MutableClock.at(Instant.parse("2027-06-10T12:00:00Z"));

    QuietDay(Path stateDir, EnvironmentSwitches switches) {
        this.stateDir = stateDir;
        this.switches = switches;
    }

    /** Lives in an environment of its own; says what broke the silence, and ends with how many did. */
    public static void main(String[] args) {
        Path stateDir = Path.of(args[0]);
        QuietDay day = new QuietDay(stateDir, EnvironmentSwitches.ofThisProcess());
        Silence silence = SilenceCheck.ofThisJvm().watching(stateDir).during(() -> day.pass(Integer.parseInt(args[1])));
        silence.breaches().forEach(System.out::println);
        silence.blindSpots().forEach(System.out::println);
        System.exit(silence.breaches().size() + silence.blindSpots().size());
    }

    /** Once as a service that is started, once as a command that does its work on its own thread. */
    void pass(int minutes) {
        try (Aboveboard started = library().start()) {
            use(started, minutes);
        }
        try (Aboveboard built = library().build()) {
            use(built, minutes);
        }
    }

    private AboveboardBuilder library() {
        return Aboveboard.of("timetracker", "5.10.0")
                .installation(FileInstallationStore.in(stateDir))
                .outbox(FileOutbox.in(stateDir))
                .sink(OtlpTelemetrySink.create(
                        OtlpSinkConfig.of("https://receiver.aboveboard.example", "1:token"), clock))
                .scheduler(QuartzHeartbeatScheduler.create())
                .environmentSwitches(switches)
                .zone(ZoneOffset.UTC)
                .closeWait(Duration.ZERO)
                .clocks(clock, () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()));
    }

    private void use(Aboveboard aboveboard, int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            clock.advance(Duration.ofMinutes(1));
            aboveboard.keepHouse();
            aboveboard.telemetry().track("timer.started", UserId.of(42), Map.of("minute", minute));
            if (minute % 60 == 0) {
                lookAround(aboveboard);
            }
        }
    }

    private static void lookAround(Aboveboard aboveboard) {
        aboveboard.consent().grant(Actor.admin("42"));
        aboveboard.consent().history();
        aboveboard.transparency().status();
        aboveboard.transparency().preview();
        aboveboard.transparency().sent(10);
        aboveboard.base().sendFirstSeen();
        aboveboard.base().sendHeartbeat();
        aboveboard.flush(Duration.ZERO);
    }
}
