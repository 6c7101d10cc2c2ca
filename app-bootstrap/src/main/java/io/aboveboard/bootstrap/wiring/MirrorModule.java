package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.port.ConsentMirror;
import jakarta.inject.Singleton;

/** The host's own copy of the decision, where it has one. */
final class MirrorModule extends AbstractModule {
    @Provides
    @Singleton
    ConsentMirror mirror(AppConfig config) {
        return Adapters.mirror(config);
    }
}
