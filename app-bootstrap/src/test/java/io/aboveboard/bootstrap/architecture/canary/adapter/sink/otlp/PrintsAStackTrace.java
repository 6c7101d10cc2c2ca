package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

/** Prints what failed. */
public final class PrintsAStackTrace {
    void print(Throwable failure) {
        failure.printStackTrace();
    }
}
