package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

import jakarta.inject.Inject;

/** Wants to be injected. */
public final class UsesGuice {
    @Inject
    UsesGuice() {}
}
