package io.aboveboard.benchmarks.whole;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Names the measurements of whole processes. */
public final class Main {
    private Main() {}

    /** Runs one by its name; what follows is how much of it. */
    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "end-to-end" -> EndToEnd.run(number(arguments, 1, 5), number(arguments, 2, 4));
            case "threads" -> callers(number(arguments, 1, 3));
            case "tails" -> Tails.run(number(arguments, 1, 20));
            case "steady" -> Steady.run(number(arguments, 1, 60));
            case "start" -> Starting.run(number(arguments, 1, 5));
            case "growth" -> Growth.run(number(arguments, 1, 1_000_000));
            case "status" -> status(Path.of(arguments[1]), number(arguments, 2, 7));
            default -> {
                System.err.println("end-to-end | threads | tails | steady | start | growth | status");
                System.exit(2);
            }
        }
        System.exit(0);
    }

    private static int number(String[] arguments, int at, int otherwise) {
        return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
    }

    /** One to eight threads that record. */
    private static void callers(int rounds) {
        int events = 200_000;
        Table.begin("Threads that record, medians of " + rounds + " rounds", "threads", "events/s", "CPU µs/event");
        for (int threads = 1; threads <= 8; threads *= 2) {
            List<Double> perSecond = new ArrayList<>();
            List<Double> cpu = new ArrayList<>();
            try (Stage stage = new Stage();
                    Child child = Child.start(
                            List.of(),
                            Rounds.class,
                            Pipeline.Kind.ABOVEBOARD,
                            stage.port(),
                            stage.folder(),
                            2 * rounds,
                            events,
                            threads)) {
                for (int round = 0; round < 2 * rounds; round++) {
                    String[] figures = child.line().split(" ", -1);
                    if (round >= rounds) {
                        perSecond.add(events / Double.parseDouble(figures[0]));
                        cpu.add(Double.parseDouble(figures[1]));
                    }
                }
            }
            Table.row(threads, Table.number(Table.median(perSecond), 0), Table.number(Table.median(cpu), 2));
        }
        Table.end();
    }

    /** The jar's answer to {@code status}, over a JVM that does nothing. */
    private static void status(Path jar, int turns) {
        List<Double> answers = new ArrayList<>();
        List<Double> empty = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            answers.add(millis(List.of(Child.java(), "-jar", jar.toString(), "status")));
            empty.add(millis(
                    List.of(Child.java(), "-cp", System.getProperty("java.class.path"), Nothing.class.getName())));
        }
        Table.begin("The jar's `status`, medians of " + turns, "", "ms", "of");
        Table.row("status", Table.number(Table.median(answers), 0), Table.range(answers, 0));
        Table.row("a JVM that does nothing", Table.number(Table.median(empty), 0), Table.range(empty, 0));
        Table.end();
    }

    private static double millis(List<String> command) {
        long start = System.nanoTime();
        try (Child child = Child.start(command)) {
            child.ended();
        }
        return (System.nanoTime() - start) / 1e6;
    }

    /** What every JVM takes to start. */
    static final class Nothing {
        private Nothing() {}

        public static void main(String[] arguments) {
            // Nothing.
        }
    }
}
