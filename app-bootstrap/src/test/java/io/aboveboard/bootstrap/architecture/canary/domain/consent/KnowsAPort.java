package io.aboveboard.bootstrap.architecture.canary.domain.consent;

import io.aboveboard.bootstrap.architecture.canary.domain.port.TelemetrySink;

/** The model, knowing a port. */
public final class KnowsAPort {
    public interface Uses extends TelemetrySink {}
}
