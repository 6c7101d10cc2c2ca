package io.aboveboard.benchmarks.whole;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** The process that is measured end to end: bursts of events, each until the last has arrived. */
final class Rounds {
    private static final long NO_ROOM_NANOS = 1_000_000;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Rounds() {}

    /** Prints seconds, microseconds of CPU per event and bytes per event of each round. */
    public static void main(String[] arguments) {
        Pipeline.Kind kind = Pipeline.Kind.valueOf(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[3]);
        int events = Integer.parseInt(arguments[4]);
        int threads = Integer.parseInt(arguments[5]);
        Counter counter = new Counter(port);
        try (Pipeline pipeline = kind.open(port, Path.of(arguments[2]))) {
            for (int round = 0; round < rounds; round++) {
                System.out.println(measure(pipeline, counter, events, threads));
            }
        }
    }

    private static String measure(Pipeline pipeline, Counter counter, int events, int threads) {
        Counter.Arrived before = counter.now();
        long cpu = processCpu();
        long start = System.nanoTime();
        emit(pipeline, events, threads);
        pipeline.flush();
        Counter.Arrived after = counter.await(before.records() + events);
        long used = processCpu() - cpu;
        return String.format(
                Locale.ROOT,
                "%.4f %.3f %.2f",
                (after.lastAt() - start) / 1e9,
                used / 1e3 / events,
                (after.bytes() - before.bytes()) / (double) events);
    }

    /** Nanoseconds of processor time that this process has used. */
    static long processCpu() {
        return SYSTEM.getProcessCpuTime();
    }

    private static void emit(Pipeline pipeline, int events, int threads) {
        Thread[] others = new Thread[threads - 1];
        for (int i = 0; i < others.length; i++) {
            int first = events / threads * (i + 1);
            others[i] = new Thread(() -> emitAll(pipeline, first, first + events / threads));
            others[i].start();
        }
        emitAll(pipeline, 0, events - events / threads * (threads - 1));
        for (Thread other : others) {
            join(other);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where there is no room, the caller waits, so that nothing is lost; a host would not. */
    static void emitAll(Pipeline pipeline, int from, int to) {
        for (int number = from; number < to; number++) {
            while (!pipeline.emit(number)) {
                LockSupport.parkNanos(NO_ROOM_NANOS);
            }
        }
    }
}
