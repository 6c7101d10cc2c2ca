package io.aboveboard.bootstrap.architecture.canary.domain.engine;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** Has a pool of threads. */
public final class UsesAPool {
    Executor pool() {
        return Executors.newCachedThreadPool();
    }
}
