package io.aboveboard.benchmarks.whole;

import io.aboveboard.adapter.outbox.file.FileOutboxConfig;
import io.aboveboard.adapter.scheduler.quartz.QuartzHeartbeatScheduler;
import io.aboveboard.benchmarks.Sample;
import io.aboveboard.domain.Aboveboard;
import io.aboveboard.domain.AboveboardBuilder;
import io.aboveboard.domain.event.UserId;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Start, idleness and shutdown, each in a fresh process. */
final class Starting {
    /** Longer than the threads of the HTTP client stay without work. */
    private static final long QUIET_NANOS = Duration.ofSeconds(7).toNanos();

    private Starting() {}

    static void run(int turns) {
        Table.begin(
                "Start, idleness and shutdown, medians of " + turns + " processes",
                "",
                "start, ms",
                "shutdown, ms",
                "threads",
                "heap, KB",
                "names");
        for (boolean withQuartz : new boolean[] {false, true}) {
            List<String[]> seen = new ArrayList<>();
            for (int turn = 0; turn < turns; turn++) {
                seen.add(turn(withQuartz));
            }
            Table.row(
                    withQuartz ? "with Quartz" : "without Quartz",
                    median(seen, 0, 1),
                    median(seen, 1, 1),
                    median(seen, 2, 0),
                    median(seen, 3, 0),
                    seen.get(0)[4]);
        }
        Table.end();
    }

    private static String[] turn(boolean withQuartz) {
        try (Stage stage = new Stage();
                Child child = Child.start(List.of(), Starting.class, stage.port(), stage.folder(), withQuartz)) {
            return child.line().split(" ", 5);
        }
    }

    private static String median(List<String[]> seen, int column, int digits) {
        return Table.number(
                Table.median(seen.stream()
                        .map(figures -> Double.valueOf(figures[column]))
                        .collect(Collectors.toList())),
                digits);
    }

    /** The process that is measured. */
    public static void main(String[] arguments) {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        long heapBefore = heap();
        long start = System.nanoTime();
        AboveboardBuilder builder = AboveboardPipeline.builder(
                Integer.parseInt(arguments[0]), Path.of(arguments[1]), 0, FileOutboxConfig.defaults());
        if (Boolean.parseBoolean(arguments[2])) {
            builder.scheduler(QuartzHeartbeatScheduler.create());
        }
        Aboveboard aboveboard = builder.start();
        long started = System.nanoTime();
        aboveboard.telemetry().track(Sample.EVENT, UserId.of(42)); // So that there is an open connection.
        aboveboard.flush(Duration.ofSeconds(10));
        LockSupport.parkNanos(QUIET_NANOS);
        Set<Thread> ours = Thread.getAllStackTraces().keySet();
        long heap = heap() - heapBefore;
        String names = ours.stream()
                .filter(thread -> !before.contains(thread))
                .map(thread -> thread.getName() + (thread.isDaemon() ? "" : " (no daemon)"))
                .sorted()
                .collect(Collectors.joining(", "));
        long threads = ours.stream().filter(thread -> !before.contains(thread)).count();
        long close = System.nanoTime();
        aboveboard.close();
        long closed = System.nanoTime();
        System.out.println(String.format(
                Locale.ROOT,
                "%.2f %.2f %d %d %s",
                (started - start) / 1e6,
                (closed - close) / 1e6,
                threads,
                heap,
                names));
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024;
    }
}
