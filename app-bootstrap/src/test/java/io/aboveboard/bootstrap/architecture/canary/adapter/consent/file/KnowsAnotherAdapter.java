package io.aboveboard.bootstrap.architecture.canary.adapter.consent.file;

import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.http.Client;

/** An adapter that knows another. */
public final class KnowsAnotherAdapter {
    static final Class<?> KNOWN = Client.class;
}
