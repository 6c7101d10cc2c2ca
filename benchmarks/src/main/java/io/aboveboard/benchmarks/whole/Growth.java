package io.aboveboard.benchmarks.whole;

import io.aboveboard.benchmarks.Folders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an event costs with ever more of them in the spool, and how fast they go once the receiver is back. */
final class Growth {
    private static final long SPOOL_BYTES = 16L << 30;
    private static final int NOBODY = 9;

    private Growth() {}

    static void run(int mostEvents) {
        Table.begin(
                "Growth of the spool up to " + mostEvents + " events",
                "events in the spool",
                "recorded, events/s",
                "CPU µs/event",
                "spool bytes/event");
        try (Stage stage = new Stage()) {
            try (Child child = Child.start(List.of("-Xmx256m"), Growth.class, NOBODY, stage.folder(), mostEvents)) {
                for (int events : steps(mostEvents)) {
                    String[] figures = child.line().split(" ", -1);
                    Table.row(Table.number(events, 0), figures[0], figures[1], figures[2]);
                }
            }
            drain(stage, mostEvents);
        }
        Table.end();
    }

    private static void drain(Stage stage, int events) {
        long before = stage.counter().now().records();
        long start = System.nanoTime();
        try (Child child = Child.start(List.of("-Xmx256m"), Growth.class, stage.port(), stage.folder(), 0)) {
            Counter.Arrived after = stage.counter().await(before + events);
            String cpu = child.line();
            Table.row("drained", Table.number(events / ((after.lastAt() - start) / 1e9), 0), cpu, "");
        }
    }

    private static List<Integer> steps(int most) {
        List<Integer> steps = new ArrayList<>();
        for (int step = 1_000; step <= most; step *= 10) {
            steps.add(step);
        }
        return steps;
    }

    /** The process that is measured: records up to each step with nobody there, or delivers what is there. */
    public static void main(String[] arguments) {
        int events = Integer.parseInt(arguments[2]);
        Path folder = Path.of(arguments[1]);
        try (AboveboardPipeline pipeline =
                AboveboardPipeline.open(Integer.parseInt(arguments[0]), folder, 0, SPOOL_BYTES)) {
            if (events == 0) {
                long cpu = Rounds.processCpu();
                long waiting =
                        pipeline.aboveboard().transparency().status().counts().pending();
                pipeline.flush();
                System.out.println(
                        String.format(Locale.ROOT, "%.2f", (Rounds.processCpu() - cpu) / 1e3 / Math.max(1, waiting)));
                return;
            }
            Rounds.emitAll(pipeline, 0, 0);
            int recorded = 0;
            for (int step : steps(events)) {
                System.out.println(fill(pipeline, folder, recorded, step));
                recorded = step;
            }
        }
    }

    private static String fill(AboveboardPipeline pipeline, Path folder, int from, int to) {
        long cpu = Rounds.processCpu();
        long start = System.nanoTime();
        Rounds.emitAll(pipeline, from, to);
        pipeline.awaitStored(to);
        double seconds = (System.nanoTime() - start) / 1e9;
        return String.format(
                Locale.ROOT,
                "%.0f %.2f %.0f",
                (to - from) / seconds,
                (Rounds.processCpu() - cpu) / 1e3 / (to - from),
                Folders.bytesIn(folder) / (double) to);
    }
}
