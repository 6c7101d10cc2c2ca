package io.aboveboard.domain.privacy;

import io.aboveboard.domain.annotation.Nullable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A text of which somebody has said what is private in it.
 *
 * @param kind of which kind that is; {@code null} if nothing is
 * @param key the key it stands under
 * @param canary what must not be left of it
 * @param text the text
 */
record CorpusLine(@Nullable PrivateKind kind, String key, String canary, String text) {
    private static final String CLEAN = "clean";

    static List<CorpusLine> all() {
        var file = Objects.requireNonNull(CorpusLine.class.getResourceAsStream("corpus.tsv"), "corpus.tsv");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(CorpusLine::parse)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static CorpusLine parse(String line) {
        String[] parts = line.split("\t", -1);
        PrivateKind kind = parts[0].equals(CLEAN) ? null : PrivateKind.valueOf(parts[0]);
        return new CorpusLine(kind, parts[1], legible(parts[2]), legible(parts[3]));
    }

    /** As a text arrives at the filter: line breaks are blanks by then. */
    private static String legible(String escaped) {
        return unescaped(escaped).replaceAll("\\p{Cntrl}", " ");
    }

    /** Keys of services are written with an escape, so that no one who looks for leaked keys takes them for some. */
    private static String unescaped(String escaped) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '\\' && escaped.charAt(i + 1) == 'u') {
                text.append((char) Integer.parseInt(escaped.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (c == '\\') {
                i++;
                text.append(escaped.charAt(i) == '\\' ? "\\" : " ");
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
