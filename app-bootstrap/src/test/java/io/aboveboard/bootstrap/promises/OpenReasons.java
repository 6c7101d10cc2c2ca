package io.aboveboard.bootstrap.promises;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Why something is not, or not wholly, proven: {@code docs/open-promises.tsv}, one line for each, an id, a tab and a
 * reason that begins with {@code open:} (there is no test) or {@code partly:} (there are tests, but not for all of it).
 */
final class OpenReasons {
    static final String OPEN = "open: ";
    static final String PARTLY = "partly: ";

    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    static OpenReasons parse(String text) {
        OpenReasons parsed = new OpenReasons();
        text.lines().forEach(parsed::add);
        return parsed;
    }

    private void add(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 2 || !isReason(columns[1])) {
            problems.add("open-promises.tsv: not an id, a tab and '" + OPEN + "…' or '" + PARTLY + "…': " + line);
        } else if (reasons.put(columns[0], columns[1]) != null) {
            problems.add("open-promises.tsv: has " + columns[0] + " twice");
        }
    }

    private static boolean isReason(String text) {
        return text.matches("(open|partly): \\S.*") && !text.contains("|");
    }

    /** The reasons by id. */
    Map<String, String> reasons() {
        return reasons;
    }

    /** What is wrong with the file. */
    List<String> problems() {
        return problems;
    }
}
