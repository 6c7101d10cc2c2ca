package io.aboveboard.domain.privacy;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How well the filter does on the corpus, for each kind and in all. */
final class Figures {
    private final Map<PrivateKind, Row> rows = new EnumMap<>(PrivateKind.class);
    private final int clean;
    private int touched;

    private Figures(List<CorpusLine> corpus) {
        clean = (int) corpus.stream().filter(line -> line.kind() == null).count();
        corpus.forEach(this::count);
    }

    static Figures of(List<CorpusLine> corpus) {
        return new Figures(corpus);
    }

    /** What was counted of one kind. */
    static final class Row {
        int lines;
        int found;
        int falseAlarms;

        double recall() {
            return (double) found / lines;
        }
    }

    private void count(CorpusLine line) {
        Sample.Filtered filtered = Sample.filter(line.text(), KeyHint.of(line.key()), 10_000);
        if (line.kind() == null) {
            touched += filtered.found().isEmpty() ? 0 : 1;
        } else {
            Row row = row(line.kind());
            row.lines++;
            row.found += isFound(line, filtered) ? 1 : 0;
        }
        filtered.found().keySet().stream().filter(kind -> kind != line.kind()).forEach(kind -> row(kind).falseAlarms++);
    }

    private static boolean isFound(CorpusLine line, Sample.Filtered filtered) {
        return filtered.found().containsKey(line.kind()) && !filtered.text().contains(line.canary());
    }

    Row row(PrivateKind kind) {
        return rows.computeIfAbsent(kind, none -> new Row());
    }

    int lines() {
        return rows.values().stream().mapToInt(row -> row.lines).sum();
    }

    double recall() {
        return (double) rows.values().stream().mapToInt(row -> row.found).sum() / lines();
    }

    double falsePositives() {
        return (double) touched / clean;
    }

    double falsePositives(PrivateKind kind) {
        return (double) row(kind).falseAlarms / (lines() - row(kind).lines + clean);
    }

    /** As it stands in the document. */
    String table() {
        StringBuilder table = new StringBuilder("| kind | marker | lines | found | recall | false alarms | rate |\n");
        table.append("|---|---|---:|---:|---:|---:|---:|\n");
        rows.forEach((kind, row) -> table.append(line(
                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                "`" + kind.marker() + "`",
                row.lines,
                row.found,
                row.falseAlarms,
                falsePositives(kind))));
        int found = rows.values().stream().mapToInt(row -> row.found).sum();
        return table + line("**all**", "", lines(), found, touched, falsePositives()) + "\n" + clean
                + " lines hold nothing private; the last row counts how many of them were touched.\n";
    }

    private static String line(String kind, String marker, int lines, int found, int falseAlarms, double rate) {
        double recall = (double) found / lines;
        return "| %s | %s | %d | %d | %.1f %% | %d | %.2f %% |%n"
                .formatted(kind, marker, lines, found, 100 * recall, falseAlarms, 100 * rate)
                .replace(System.lineSeparator(), "\n");
    }
}
