package io.aboveboard.adapter.sink.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.domain.port.TelemetrySinkException;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Proves(Promise.P7)
class TooOldOpenTelemetryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.opentelemetry.common.ComponentLoader",
                "io.opentelemetry.sdk.common.export.HttpSender",
                "io.opentelemetry.sdk.common.export.HttpSenderProvider",
                "io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter",
                "io.opentelemetry.sdk.logs.data.LogRecordData",
                "io.opentelemetry.api.common.Attributes"
            })
    void failsByNameWhereAClassThatIsNeededIsMissing(String missing) throws Exception {
        Object sink = create(new Without(missing));
        assertThatThrownBy(() -> encoderOf(sink))
                .isInstanceOf(TelemetrySinkException.class)
                .hasMessageContaining("OpenTelemetry on the class path is too old")
                .hasCauseInstanceOf(LinkageError.class);
    }

    @Test
    void worksInAClassLoaderOfThisKindWhereNothingIsMissing() throws Throwable {
        assertThat(encoderOf(create(new Without("nothing")))).isNotNull();
    }

    private static Object create(ClassLoader hosts) throws Exception {
        Class<?> sink = hosts.loadClass(OtlpTelemetrySink.class.getName());
        Class<?> config = hosts.loadClass(OtlpSinkConfig.class.getName());
        Object settings = config.getMethod("of", String.class, String.class).invoke(null, "https://h.test", "1:t");
        return sink.getMethod("create", config).invoke(null, settings);
    }

    private static Object encoderOf(Object sink) throws Throwable {
        Method encoder = sink.getClass().getMethod("encoder");
        try {
            return encoder.invoke(sink);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** The class path of a host: the adapter and OpenTelemetry anew, but for one class that came in a later version. */
    private static final class Without extends ClassLoader {
        private final String missing;

        Without(String missing) {
            super(TooOldOpenTelemetryTest.class.getClassLoader());
            this.missing = missing;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                if (name.equals(missing)) {
                    throw new ClassNotFoundException(name);
                }
                if (!name.startsWith("io.opentelemetry.") && !name.startsWith("io.aboveboard.adapter.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
