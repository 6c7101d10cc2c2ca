package io.aboveboard.testkit.marks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** The concrete faults and bad inputs the project is held to, read from {@code faults.tsv} beside this class. */
public final class FaultCatalogue {
    private static final Map<String, String> FAULTS = load();

    private FaultCatalogue() {}

    /**
     * All faults.
     *
     * @return what must come out of each, by its id, in the order of the catalogue; unmodifiable
     */
    public static Map<String, String> faults() {
        return FAULTS;
    }

    private static Map<String, String> load() {
        try (InputStream file = FaultCatalogue.class.getResourceAsStream("faults.tsv")) {
            byte[] bytes = Objects.requireNonNull(file, "faults.tsv").readAllBytes();
            return parse(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Map<String, String> parse(String text) {
        Map<String, String> faults = new LinkedHashMap<>();
        text.lines().forEach(line -> add(line, faults));
        return Collections.unmodifiableMap(faults);
    }

    private static void add(String line, Map<String, String> faults) {
        String[] columns = line.split("\t", -1);
        if (columns.length != 2 || !columns[0].matches("[A-Z][0-9]+") || columns[1].isBlank()) {
            throw new IllegalStateException("faults.tsv: not an id and a description: " + line);
        }
        if (faults.put(columns[0], columns[1]) != null) {
            throw new IllegalStateException("faults.tsv: twice: " + columns[0]);
        }
    }
}
