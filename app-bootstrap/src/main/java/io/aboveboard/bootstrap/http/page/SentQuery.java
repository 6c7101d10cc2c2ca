package io.aboveboard.bootstrap.http.page;

import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.Layer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What of the sent records is looked for.
 *
 * @param word a word that stands in them, empty for any
 * @param layer {@code base}, {@code detailed} or empty for both
 * @param page which page of the answer, from 0
 */
record SentQuery(String word, String layer, int page) {
    static final int PAGE = 20;
    private static final int LONGEST_WORD = 100;
    private static final int LAST_PAGE = 1_000;

    static SentQuery in(HttpServletRequest request) {
        return new SentQuery(
                parameter(request, "q"), parameter(request, "layer").toLowerCase(Locale.ROOT), number(request));
    }

    private static String parameter(HttpServletRequest request, String name) {
        String value =
                Objects.requireNonNullElse(request.getParameter(name), "").strip();
        return value.substring(0, Math.min(value.length(), LONGEST_WORD));
    }

    private static int number(HttpServletRequest request) {
        String page = parameter(request, "page");
        return page.matches("[0-9]{1,4}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 0;
    }

    boolean isEmpty() {
        return word.isEmpty() && layer.isEmpty();
    }

    /** The records that are looked for, the last sent first. */
    List<ShownRecord> among(List<SentRecord> sent) {
        List<SentRecord> latestFirst = new ArrayList<>(sent);
        Collections.reverse(latestFirst);
        return latestFirst.stream()
                .filter(record ->
                        layer.isEmpty() || layer.equals(nameOf(record.record().layer())))
                .flatMap(ShownRecord::sent)
                .filter(record -> word.isEmpty() || record.mentions(word))
                .toList();
    }

    private static String nameOf(Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT);
    }

    String linkTo(int otherPage) {
        return "?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8) + "&layer="
                + URLEncoder.encode(layer, StandardCharsets.UTF_8) + "&page=" + otherPage + "#sent";
    }
}
