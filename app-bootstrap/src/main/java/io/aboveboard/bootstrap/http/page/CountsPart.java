package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.api.Counts;
import io.aboveboard.domain.record.DropReason;
import java.util.Map;
import java.util.TreeMap;

/** What became of every record: nothing is lost silently, so it must add up. */
final class CountsPart {
    private CountsPart() {}

    static Content of(Counts counts) {
        Map<DropReason, Long> dropped = new TreeMap<>(counts.dropped());
        long allDropped = dropped.values().stream().mapToLong(Long::longValue).sum();
        return Panels.panel(
                "counts",
                "What became of every record",
                el(
                        "dl",
                        cls("sum"),
                        term("offered", counts.offered(), ""),
                        term("delivered", counts.delivered(), "="),
                        term("waiting", counts.pending(), "+"),
                        term("dropped", allDropped, "+"),
                        when(counts.lostUnclean() > 0, () -> term("lost in a crash", counts.lostUnclean(), "+"))),
                el(
                        "p",
                        "Nothing is lost silently: what was offered was delivered, waits, or is dropped for a reason that is"
                                + " counted.",
                        cls("muted")),
                when(!dropped.isEmpty(), () -> reasons(dropped)));
    }

    private static Content term(String name, long number, String sign) {
        return el("div", attr("data-sign", sign), el("dt", name), el("dd", Words.number(number)));
    }

    private static Content reasons(Map<DropReason, Long> dropped) {
        return el(
                "dl",
                cls("rows"),
                each(
                        dropped.entrySet(),
                        entry -> el("div", el("dt", words(entry.getKey())), el("dd", Words.number(entry.getValue())))));
    }

    static String words(DropReason reason) {
        return switch (reason) {
            case SWITCHED_OFF -> "switched off";
            case NO_SINK -> "no receiver is configured";
            case NO_IDENTITY -> "the installation has no identity yet";
            case NO_CONSENT -> "without a yes";
            case NOT_ACCEPTED -> "the yes is older than the event";
            case CONSENT_UNKNOWN -> "it was not known whether there is a yes";
            case INVALID_NAME -> "the name is not usable";
            case RESERVED_NAME -> "the name is reserved";
            case INVALID_TIMESTAMP -> "its time was too long ago, or in the future";
            case INVALID_CALL -> "the call could not be read";
            case QUEUE_FULL -> "too many at once";
            case CLOSED -> "the service was stopping";
            case WITHDRAWN -> "the yes was withdrawn";
            case EVICTED -> "too many were waiting";
            case EXPIRED -> "too old";
            case TOO_LARGE -> "too large for the receiver";
            case REJECTED, REFUSED ->
                reason == DropReason.REJECTED ? "the receiver did not take it" : "the receiver refused its batch";
            default -> reason.code().replace('_', ' ');
        };
    }
}
