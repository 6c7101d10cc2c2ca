package io.aboveboard.adapter.consent.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Several that begin at the same moment. */
final class Replicas {
    private static final int PATIENCE_SECONDS = 30;

    private Replicas() {}

    /** What each came to. */
    static <T> List<T> atOnce(int number, IntFunction<Callable<T>> work) throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(number);
        CyclicBarrier start = new CyclicBarrier(number);
        try {
            List<Future<T>> started = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                Callable<T> each = work.apply(i);
                started.add(replicas.submit(() -> {
                    start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return each.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : started) {
                results.add(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            replicas.shutdownNow();
        }
    }
}
