package io.aboveboard.bootstrap.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.AbstractModule;
import com.google.inject.CreationException;
import com.google.inject.Provides;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.bootstrap.config.HeartbeatConfig;
import io.aboveboard.bootstrap.config.TermsConfig;
import io.aboveboard.domain.api.FlushOutcome;
import io.aboveboard.domain.base.Service;
import io.aboveboard.domain.consent.ConsentTerms;
import io.aboveboard.domain.consent.Switches;
import io.aboveboard.domain.event.EventSchema;
import io.aboveboard.testkit.fake.ManualHeartbeatScheduler;
import io.aboveboard.testkit.fake.RecordingTelemetrySink;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveTelemetryTest {
    private static final AppConfig CONFIG = new AppConfig(
            new Service("timetracker", "5.10.0", "staging", "beta"),
            Path.of("unused"),
            null,
            null,
            null,
            Switches.unset(),
            new TermsConfig(ConsentTerms.DEFAULT_TEXT_VERSION, EventSchema.version(EventSchema.FIRST)),
            new HeartbeatConfig(LocalTime.of(4, 30), Duration.ZERO, ZoneOffset.UTC),
            null);

    private final RecordingTelemetrySink sink = new RecordingTelemetrySink();
    private final ManualHeartbeatScheduler scheduler = new ManualHeartbeatScheduler();

    @Test
    void startsWhatTheModulesGive() {
        try (LiveTelemetry telemetry =
                LiveTelemetry.start(CONFIG, List.of(new FakePortsModule(sink, scheduler)), null, () -> {})) {
            assertThat(telemetry.aboveboard().flush(Duration.ofMinutes(1))).isEqualTo(FlushOutcome.Drained.DRAINED);
            assertThat(sink.batches().get(0).service()).isEqualTo(CONFIG.service());
            assertThat(scheduler.schedules())
                    .singleElement()
                    .satisfies(schedule -> assertThat(schedule.at()).isEqualTo(LocalTime.of(4, 30)));
        }
    }

    @Test
    void closesEverythingOnce() {
        LiveTelemetry telemetry =
                LiveTelemetry.start(CONFIG, List.of(new FakePortsModule(sink, scheduler)), null, () -> {});

        telemetry.close();
        telemetry.close();

        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void closesWhatWasOpenedIfTheStartFailsHalfWay() {
        assertThatThrownBy(() -> LiveTelemetry.start(
                        CONFIG, List.of(new FakePortsModule(sink, scheduler), new FailingModule()), null, () -> {}))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("no such luck");

        assertThat(sink.isClosed()).isTrue();
    }

    @Test
    void wiresNothingThatNoModuleNames() {
        assertThatThrownBy(() -> LiveTelemetry.start(CONFIG, List.of(), null, () -> {}))
                .isInstanceOf(CreationException.class);
    }

    private record Luck() {}

    /** Fails while singletons are made, after those of the modules before it. */
    private static final class FailingModule extends AbstractModule {
        @Provides
        @Singleton
        Luck luck() {
            throw new IllegalStateException("no such luck");
        }
    }
}
