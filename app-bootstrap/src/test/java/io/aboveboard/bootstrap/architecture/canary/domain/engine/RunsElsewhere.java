package io.aboveboard.bootstrap.architecture.canary.domain.engine;

import java.util.concurrent.CompletableFuture;

/** Runs on the common pool. */
public final class RunsElsewhere {
    CompletableFuture<Void> run() {
        return CompletableFuture.runAsync(() -> {});
    }
}
