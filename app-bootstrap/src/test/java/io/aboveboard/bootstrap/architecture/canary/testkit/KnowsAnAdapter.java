package io.aboveboard.bootstrap.architecture.canary.testkit;

import io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp.http.Client;

/** A testkit that needs one of the adapters. */
public final class KnowsAnAdapter {
    static final Class<?> KNOWN = Client.class;
}
