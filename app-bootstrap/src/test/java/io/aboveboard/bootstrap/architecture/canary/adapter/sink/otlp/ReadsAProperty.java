package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

/** Reads a system property in disguise. */
public final class ReadsAProperty {
    boolean property() {
        return Boolean.getBoolean("telemetry");
    }
}
