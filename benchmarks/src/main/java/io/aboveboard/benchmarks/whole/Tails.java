package io.aboveboard.benchmarks.whole;

import io.aboveboard.benchmarks.call.State;
import io.aboveboard.benchmarks.call.Subject;
import java.util.List;

/** How long the slowest of many calls take in each state, which a mean does not show. */
final class Tails {
    private static final int EACH_MILLISECOND = 20;
    private static final int WARM_SECONDS = 5;
    private static final List<State> STATES =
            List.of(State.RECORDING, State.FULL_QUEUE, State.DEAD_SINK, State.FULL_DISK);

    private Tails() {}

    static void run(int seconds) {
        Table.begin(
                EACH_MILLISECOND * 1_000 + " calls/s, for " + seconds + " s in each state",
                "",
                "p50, µs",
                "p99, µs",
                "p99.99, µs");
        for (State state : STATES) {
            try (Child child = Child.start(List.of(), Tails.class, state, seconds)) {
                String[] figures = child.line().split(" ", -1);
                Table.row(state, figures[0], figures[1], figures[2]);
            }
        }
        Table.end();
    }

    /** The process that is measured. */
    public static void main(String[] arguments) {
        try (Subject subject = Subject.open(State.valueOf(arguments[0]), 0)) {
            measure(subject, WARM_SECONDS);
            System.out.println(measure(subject, Integer.parseInt(arguments[1])));
        }
    }

    private static Steady.Latencies measure(Subject subject, int seconds) {
        Steady.Latencies latencies = new Steady.Latencies();
        long start = System.nanoTime();
        for (int tick = 0; tick < seconds * 1_000; tick++) {
            Steady.waitUntil(start + tick * Steady.MILLISECOND);
            for (int i = 0; i < EACH_MILLISECOND; i++) {
                long before = System.nanoTime();
                subject.track((long) tick * EACH_MILLISECOND + i);
                latencies.add(System.nanoTime() - before);
            }
        }
        return latencies;
    }
}
