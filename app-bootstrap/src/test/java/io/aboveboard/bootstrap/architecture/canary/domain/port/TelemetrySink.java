package io.aboveboard.bootstrap.architecture.canary.domain.port;

/** What the adapters of this small project play. */
public interface TelemetrySink {
    void close();
}
