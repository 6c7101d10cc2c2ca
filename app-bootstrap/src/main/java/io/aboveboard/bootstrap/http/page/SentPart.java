package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;

/** What was sent. */
final class SentPart {
    private SentPart() {}

    static Content of(RecordQuery query, SentSearch search) {
        return all(el(
                "section",
                id("sent"),
                cls("panel"),
                attr("aria-labelledby", "sent-heading"),
                el("h2", "What was sent", id("sent-heading")),
                el("div", id("sent-list"), attr("data-live", "yes"), list(query, search))));
    }

    private static Content list(RecordQuery query, SentSearch search) {
        return all(
                when(
                        search.all() == 0,
                        () -> RecordPart.none(query.isEmpty() ? "Nothing yet." : "Nothing of that kind was sent.")),
                each(search.page(), record -> RecordPart.of("sent", record)),
                when(search.all() > RecordQuery.PAGE, () -> pages(query, search.all())),
                when(search.all() > RecordQuery.MOST, () -> cut(search.all())));
    }

    private static Content cut(long all) {
        return el(
                "p",
                "There are " + Words.number(all) + ". The last " + Words.number(RecordQuery.MOST)
                        + " are shown here; the download below has everything.",
                cls("muted"));
    }

    private static Content pages(RecordQuery query, long found) {
        long last = (Math.min(found, RecordQuery.MOST) - 1) / RecordQuery.PAGE;
        return el(
                "nav",
                cls("pages"),
                attr("aria-label", "Pages of what was sent"),
                when(query.page() > 0, () -> el("a", "Newer", attr("href", query.linkTo(query.page() - 1)))),
                el("span", "Page " + (query.page() + 1) + " of " + (last + 1)),
                when(query.page() < last, () -> el("a", "Older", attr("href", query.linkTo(query.page() + 1)))));
    }
}
