package io.aboveboard.benchmarks.whole;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** From the first call to the last arrival, cold and warm, all in turn so that none has the quieter moments. */
final class EndToEnd {
    private static final int EVENTS = 200_000;

    private final int turns;
    private final int warmRounds;
    private final Map<Pipeline.Kind, Result> results = new EnumMap<>(Pipeline.Kind.class);

    private EndToEnd(int turns, int warmRounds) {
        this.turns = turns;
        this.warmRounds = warmRounds;
    }

    private static final class Result {
        final List<Double> cold = new ArrayList<>();
        final List<Double> warm = new ArrayList<>();
        final List<Double> cpu = new ArrayList<>();
        final List<Double> wire = new ArrayList<>();
    }

    static void run(int turns, int warmRounds) {
        EndToEnd measurement = new EndToEnd(turns, warmRounds);
        for (int turn = 0; turn < turns; turn++) {
            for (Pipeline.Kind kind : Pipeline.Kind.values()) {
                measurement.turn(kind);
            }
        }
        measurement.print();
    }

    /** The first round is cold; of the others the later half is warm. */
    private void turn(Pipeline.Kind kind) {
        Result result = results.computeIfAbsent(kind, unused -> new Result());
        int rounds = 1 + 2 * warmRounds;
        try (Stage stage = new Stage();
                Child child = Child.start(
                        List.of(), Rounds.class, kind.name(), stage.port(), stage.folder(), rounds, EVENTS, 1)) {
            for (int round = 0; round < rounds; round++) {
                add(result, round, child.line().split(" ", -1));
            }
        }
    }

    private void add(Result result, int round, String[] figures) {
        double perSecond = EVENTS / Double.parseDouble(figures[0]);
        if (round == 0) {
            result.cold.add(perSecond);
        } else if (round > warmRounds) {
            result.warm.add(perSecond);
            result.cpu.add(Double.parseDouble(figures[1]));
            result.wire.add(Double.parseDouble(figures[2]));
        }
    }

    private void print() {
        Result peer = results.getOrDefault(Pipeline.Kind.OTEL_GZIP, new Result());
        Table.begin(
                "End to end, " + EVENTS + " events, medians of " + turns + " processes",
                "",
                "cold, × the peer",
                "warm, × the peer",
                "cold, events/s",
                "warm, events/s",
                "of",
                "CPU µs/event",
                "bytes/event");
        results.forEach((kind, result) -> Table.row(
                kind.title(),
                Table.number(Table.median(result.cold) / Table.median(peer.cold), 2),
                Table.number(Table.median(result.warm) / Table.median(peer.warm), 2),
                Table.number(Table.median(result.cold), 0),
                Table.number(Table.median(result.warm), 0),
                Table.range(result.warm, 0),
                Table.number(Table.median(result.cpu), 2),
                Table.number(Table.median(result.wire), 1)));
        Table.end();
    }
}
