package io.aboveboard.domain.api;

/** The base layer. The library calls both by itself; a host may call them too. Thread-safe. */
public interface BaseTelemetry {
    /**
     * Records {@code base_telemetry.first_seen}, once per installation.
     *
     * @return what came of it
     */
    BaseOutcome sendFirstSeen();

    /**
     * Records {@code base_telemetry.heartbeat}, at most once per local date.
     *
     * @return what came of it
     */
    BaseOutcome sendHeartbeat();
}
