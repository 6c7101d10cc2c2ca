package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

import java.util.function.Consumer;

/** Prints by a reference. */
public final class PrintsByReference {
    Consumer<String> printer() {
        return System.err::println;
    }
}
