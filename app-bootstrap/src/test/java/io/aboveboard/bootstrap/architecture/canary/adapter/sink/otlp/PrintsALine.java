package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

/** Prints. */
public final class PrintsALine {
    void print() {
        System.out.println();
    }
}
