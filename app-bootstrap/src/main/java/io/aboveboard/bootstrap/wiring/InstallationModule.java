package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.port.InstallationStore;
import jakarta.inject.Singleton;

/** The installation in its folder. */
final class InstallationModule extends AbstractModule {
    @Provides
    @Singleton
    InstallationStore installation(AppConfig config) {
        return Adapters.installation(config);
    }
}
