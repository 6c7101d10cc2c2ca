package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

/** Stands for the one of OpenTelemetry. */
public final class BatchLogRecordProcessor {
    BatchLogRecordProcessor() {}
}
