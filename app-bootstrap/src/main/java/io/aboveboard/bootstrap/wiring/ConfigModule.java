package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import io.aboveboard.bootstrap.config.AppConfig;

/** What was told, and what is to be undone if the start fails. */
final class ConfigModule extends AbstractModule {
    private final AppConfig config;
    private final Unwinding unwinding;

    ConfigModule(AppConfig config, Unwinding unwinding) {
        this.config = config;
        this.unwinding = unwinding;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();
        bind(AppConfig.class).toInstance(config);
        bind(Unwinding.class).toInstance(unwinding);
    }
}
