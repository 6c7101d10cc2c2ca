package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

/** Hands records to a processor that forgets them when an export fails. */
public final class ClearsABatch {
    BatchLogRecordProcessor processor() {
        return new BatchLogRecordProcessor();
    }
}
