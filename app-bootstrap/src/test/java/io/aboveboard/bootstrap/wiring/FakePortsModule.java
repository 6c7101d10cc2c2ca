package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.domain.memory.InMemoryConsentMirror;
import io.aboveboard.domain.memory.InMemoryInstallationStore;
import io.aboveboard.domain.memory.InMemoryOutbox;
import io.aboveboard.domain.port.ConsentMirror;
import io.aboveboard.domain.port.FirstRunNotice;
import io.aboveboard.domain.port.HeartbeatScheduler;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.Outbox;
import io.aboveboard.domain.port.PlatformProbe;
import io.aboveboard.domain.port.TelemetryMonitor;
import io.aboveboard.domain.port.TelemetrySink;
import io.aboveboard.testkit.fake.FixedPlatformProbe;
import io.aboveboard.testkit.fake.RecordingTelemetryMonitor;
import io.aboveboard.testkit.fake.RecordingTelemetrySink;
import jakarta.inject.Singleton;

/** Fakes for every port but the scheduler, which the test chooses. */
final class FakePortsModule extends AbstractModule {
    private final RecordingTelemetrySink sink;
    private final HeartbeatScheduler scheduler;

    FakePortsModule(RecordingTelemetrySink sink, HeartbeatScheduler scheduler) {
        this.sink = sink;
        this.scheduler = scheduler;
    }

    @Override
    protected void configure() {
        bind(InstallationStore.class).toInstance(new InMemoryInstallationStore());
        bind(ConsentMirror.class).toInstance(new InMemoryConsentMirror());
        bind(Outbox.class).toInstance(new InMemoryOutbox());
        bind(FirstRunNotice.class).toInstance(FirstRunNotice.none());
        bind(PlatformProbe.class).toInstance(new FixedPlatformProbe());
        bind(TelemetryMonitor.class).toInstance(new RecordingTelemetryMonitor());
        bind(HeartbeatScheduler.class).toInstance(scheduler);
    }

    @Provides
    @Singleton
    TelemetrySink sink(Unwinding unwinding) {
        unwinding.onFailure(sink::close);
        return sink;
    }
}
