package io.aboveboard.bootstrap.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.aboveboard.bootstrap.config.AppConfig;
import io.aboveboard.domain.port.TelemetrySink;
import jakarta.inject.Singleton;

/** The OTLP sink, where one is configured. */
final class SinkModule extends AbstractModule {
    @Provides
    @Singleton
    TelemetrySink sink(AppConfig config, Unwinding unwinding) {
        TelemetrySink sink = Adapters.sink(config);
        unwinding.onFailure(sink::close);
        return sink;
    }
}
