package io.aboveboard.adapter.sink.otlp;

import io.aboveboard.adapter.sink.otlp.config.OtlpSinkConfig;
import io.aboveboard.adapter.sink.otlp.http.OtlpHttpClient;
import io.aboveboard.domain.annotation.Nullable;
import java.util.function.Supplier;

/** The client, made when it is first needed, so that whoever builds a sink does not wait for its classes either. Thread-safe. */
final class LateClient implements AutoCloseable {
    private final OtlpSinkConfig config;
    private final Supplier<String> userAgent;
    private @Nullable OtlpHttpClient made;
    private boolean closed;

    LateClient(OtlpSinkConfig config, Supplier<String> userAgent) {
        this.config = config;
        this.userAgent = userAgent;
    }

    /** The client, closed if this is. */
    synchronized OtlpHttpClient get() {
        OtlpHttpClient client = made;
        if (client == null) {
            client = new OtlpHttpClient(config, userAgent);
            made = client;
            if (closed) {
                client.close();
            }
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (made != null) {
            made.close();
        }
    }
}
