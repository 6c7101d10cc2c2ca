package io.aboveboard.benchmarks.whole;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints a Markdown table, under a line that says when and on what it was measured. */
final class Table {
    private Table() {}

    static void begin(String title, String... columns) {
        System.out.println("### " + title);
        System.out.println();
        System.out.println(conditions());
        System.out.println();
        row((Object[]) columns);
        System.out.println("|" + "---|".repeat(columns.length));
    }

    static void row(Object... cells) {
        StringBuilder line = new StringBuilder("|");
        for (Object cell : cells) {
            line.append(' ').append(cell).append(" |");
        }
        System.out.println(line);
    }

    static void end() {
        System.out.println();
    }

    static String number(double value, int digits) {
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    /** The one in the middle. */
    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static String range(List<Double> values, int digits) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? "" : number(sorted[0], digits) + "–" + number(sorted[sorted.length - 1], digits);
    }

    private static String conditions() {
        return Arrays.asList(
                        Instant.now().truncatedTo(ChronoUnit.MINUTES).toString(),
                        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                        Runtime.getRuntime().availableProcessors() + " processors",
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .toString()
                .replaceAll("[\\[\\]]", "");
    }
}
