package io.aboveboard.bootstrap.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.adapter.consent.file.FileInstallationStore;
import io.aboveboard.adapter.outbox.file.FileOutbox;
import io.aboveboard.adapter.sink.otlp.OtlpTelemetrySink;
import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.api.Admission;
import io.aboveboard.domain.api.Arrival;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.consent.Actor;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.event.UserId;
import io.aboveboard.domain.host.EnvironmentSwitches;
import io.aboveboard.testkit.fake.FixedPlatformProbe;
import io.aboveboard.testkit.fake.MutableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** One installation over files and HTTP, whose time passes only when the test says so. Not thread-safe. */
final class Replica implements AutoCloseable {
    private final Path stateDir;
    private final URI endpoint;
    private final MutableClock clock;
    private Aboveboard aboveboard;

    Replica(Path stateDir, URI endpoint, MutableClock clock) {
        this.stateDir = stateDir;
        this.endpoint = endpoint;
        this.clock = clock;
        this.aboveboard = build();
    }

    private Aboveboard build() {
        return Aboveboard.of("timetracker", "5.10.0")
                .installation(FileInstallationStore.in(stateDir))
                .outbox(FileOutbox.in(stateDir))
                .sink(OtlpTelemetrySink.create(OtlpSinkConfig.of(endpoint.toString(), "1:token"), clock))
                .probe(new FixedPlatformProbe())
                .environmentSwitches(new EnvironmentSwitches(Switches.unset(), List.of()))
                .zone(ZoneOffset.UTC)
                .heartbeatAt(LocalTime.MIDNIGHT)
                .heartbeatSpread(Duration.ZERO)
                .closeWait(Duration.ZERO)
                .clocks(clock, () -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .build();
    }

    Aboveboard aboveboard() {
        return aboveboard;
    }

    /** Gives up the process, as a stop does, and begins another on the same folder. */
    void restart() {
        aboveboard.close();
        aboveboard = build();
    }

    void grant() {
        clock.advance(Duration.ofMillis(1));
        aboveboard.keepHouse();
        aboveboard.consent().grant(Actor.admin("1"));
    }

    /** Records one event, durably. No two happen at the same time: Loki would take equal lines of one time for one. */
    void track(long number) {
        clock.advance(Duration.ofMillis(1));
        Arrival arrival = new Arrival(null, "timer.started", UserId.of(number), null, Map.of("number", number), null);
        assertThat(aboveboard.ingest().record(List.of(arrival))).containsExactly(Admission.Taken.TAKEN);
    }

    /** Does what is due now, and tries to deliver once. */
    void step() {
        clock.advance(Duration.ofMillis(1));
        aboveboard.keepHouse();
        aboveboard.flush(Duration.ZERO);
    }

    Counts counts() {
        return aboveboard.transparency().status().counts();
    }

    void assertNothingLost() {
        Counts counts = counts();
        long dropped =
                counts.dropped().values().stream().mapToLong(Long::longValue).sum();
        assertThat(counts.delivered() + counts.pending() + dropped + counts.lostUnclean())
                .as("%s", counts)
                .isEqualTo(counts.offered());
    }

    @Override
    public void close() {
        aboveboard.close();
    }
}
