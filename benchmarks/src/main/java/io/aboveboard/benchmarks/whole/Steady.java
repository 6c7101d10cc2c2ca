package io.aboveboard.benchmarks.whole;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/** A host that records at one rate for a while in a small heap, and how long each of its calls took. */
final class Steady {
    private static final int PER_SECOND = 50_000;
    private static final int EACH_MILLISECOND = PER_SECOND / 1_000;
    static final long MILLISECOND = 1_000_000;

    private Steady() {}

    static void run(int seconds) {
        Table.begin(
                PER_SECOND + " events/s for " + seconds + " s with -Xmx64m",
                "recorded",
                "dropped",
                "arrived",
                "heap after GC, MB",
                "p50, µs",
                "p99, µs",
                "p99.99, µs",
                "CPU µs/event");
        try (Stage stage = new Stage()) {
            long before = stage.counter().now().records();
            try (Child child = Child.start(List.of("-Xmx64m"), Steady.class, stage.port(), stage.folder(), seconds)) {
                String[] figures = child.line().split(" ", -1);
                long arrived = stage.counter().now().records() - before;
                Table.row(figures[0], figures[1], arrived, figures[2], figures[3], figures[4], figures[5], figures[6]);
            }
        }
        Table.end();
    }

    /** The process that is measured. */
    public static void main(String[] arguments) {
        int seconds = Integer.parseInt(arguments[2]);
        try (AboveboardPipeline pipeline =
                AboveboardPipeline.open(Integer.parseInt(arguments[0]), Path.of(arguments[1]))) {
            System.out.println(measure(pipeline, seconds));
        }
    }

    private static String measure(Pipeline pipeline, int seconds) {
        Latencies latencies = new Latencies();
        long cpu = Rounds.processCpu();
        long taken = 0;
        long start = System.nanoTime();
        for (int tick = 0; tick < seconds * 1_000; tick++) {
            waitUntil(start + tick * MILLISECOND);
            taken += burst(pipeline, tick, latencies);
        }
        pipeline.flush();
        long used = Rounds.processCpu() - cpu;
        System.gc();
        long events = (long) seconds * PER_SECOND;
        return String.format(
                Locale.ROOT,
                "%d %d %d %s %.2f",
                taken,
                events - taken,
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20,
                latencies,
                used / 1e3 / events);
    }

    private static int burst(Pipeline pipeline, int tick, Latencies latencies) {
        int taken = 0;
        for (int i = 0; i < EACH_MILLISECOND; i++) {
            long before = System.nanoTime();
            taken += pipeline.emit((long) tick * EACH_MILLISECOND + i) ? 1 : 0;
            latencies.add(System.nanoTime() - before);
        }
        return taken;
    }

    static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** How long calls took, to a hundredth of it, in a table that does not grow. */
    static final class Latencies {
        private static final int STEPS = 64;

        private final long[] counts = new long[STEPS * Long.SIZE];
        private long all;

        void add(long nanos) {
            int bits = Long.SIZE - Long.numberOfLeadingZeros(nanos | STEPS);
            int shift = bits - 7;
            counts[(shift + 1) * STEPS + (int) (nanos >> shift) - STEPS]++;
            all++;
        }

        private double micros(double part) {
            long below = 0;
            for (int at = 0; at < counts.length; at++) {
                below += counts[at];
                if (below >= part * all) {
                    int shift = at / STEPS - 1;
                    return ((long) (at % STEPS + STEPS) << Math.max(0, shift)) / 1e3;
                }
            }
            return Double.NaN;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f %.2f %.1f", micros(0.5), micros(0.99), micros(0.9999));
        }
    }
}
