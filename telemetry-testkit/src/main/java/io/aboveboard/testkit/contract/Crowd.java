package io.aboveboard.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Several threads that begin at the same moment. */
final class Crowd {
    private static final long PATIENCE_SECONDS = 30;

    private Crowd() {}

    /** What each of them came to, or the failure of the first that failed. */
    static <T> List<T> of(int size, IntFunction<Callable<T>> task) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(size);
        CyclicBarrier start = new CyclicBarrier(size);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                Callable<T> each = task.apply(i);
                running.add(threads.submit(() -> begin(start, each)));
            }
            return results(running);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T begin(CyclicBarrier start, Callable<T> task) throws Exception {
        try {
            start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (BrokenBarrierException another) {
            throw new IllegalStateException("another thread did not begin", another);
        }
        return task.call();
    }

    private static <T> List<T> results(List<Future<T>> running) throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            try {
                results.add(each.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException | TimeoutException failed) {
                throw new AssertionError("a concurrent call failed or did not return", failed);
            }
        }
        return results;
    }
}
