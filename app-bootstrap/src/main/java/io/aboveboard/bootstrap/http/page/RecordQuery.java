package io.aboveboard.bootstrap.http.page;

import io.aboveboard.domain.record.EncodedRecord;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * Which of the records are looked for, of those that wait and of those that were sent.
 *
 * @param word a word that stands in them, empty for any
 * @param layer {@code base}, {@code detailed} or empty for both
 * @param page which page of what was sent, from 0
 */
record RecordQuery(String word, String layer, int page) {
    static final int PAGE = 20;
    private static final int LONGEST_WORD = 100;
    private static final int LAST_PAGE = 49;

    /** How many are shown of what is found; the download has them all. */
    static final int MOST = (LAST_PAGE + 1) * PAGE;

    static RecordQuery in(HttpServletRequest request) {
        return new RecordQuery(
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

    boolean finds(EncodedRecord record) {
        return isOfTheLayer(record) && isOfTheWord(record);
    }

    private boolean isOfTheLayer(EncodedRecord record) {
        return layer.isEmpty() || layer.equals(record.layer().name().toLowerCase(Locale.ROOT));
    }

    private boolean isOfTheWord(EncodedRecord record) {
        return word.isEmpty() || ShownRecord.waiting(record).anyMatch(shown -> shown.mentions(word));
    }

    /** How many records there are on this page and those before it. */
    int upTo() {
        return (page + 1) * PAGE;
    }

    String linkTo(int otherPage) {
        return "?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8) + "&layer="
                + URLEncoder.encode(layer, StandardCharsets.UTF_8) + "&page=" + otherPage + "#sent";
    }
}
