package io.aboveboard.bootstrap.architecture.canary.domain.engine;

/** Ends the process. */
public final class EndsTheProcess {
    void end() {
        System.exit(1);
    }
}
