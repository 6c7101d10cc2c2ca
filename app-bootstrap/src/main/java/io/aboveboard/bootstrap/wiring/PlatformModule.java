package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.port.PlatformProbe;
import jakarta.inject.Singleton;

/** The machine. */
final class PlatformModule extends AbstractModule {
    @Provides
    @Singleton
    PlatformProbe probe(AppConfig config) {
        return Adapters.probe(config);
    }
}
