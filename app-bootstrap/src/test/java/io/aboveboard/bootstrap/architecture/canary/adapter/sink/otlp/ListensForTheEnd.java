package io.aboveboard.bootstrap.architecture.canary.adapter.sink.otlp;

/** Hooks into the end of the process. */
public final class ListensForTheEnd {
    void listen(Thread hook) {
        Runtime.getRuntime().addShutdownHook(hook);
    }
}
