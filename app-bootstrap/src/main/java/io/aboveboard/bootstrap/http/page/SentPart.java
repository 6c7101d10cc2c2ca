package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.http.html.Part;

/** What was sent, searchable. */
final class SentPart {
    private SentPart() {}

    static Content of(Visit visit, SentQuery query, SentSearch search) {
        return all(el(
                "section",
                id("sent"),
                cls("panel"),
                attr("aria-labelledby", "sent-heading"),
                el("h2", "What was sent", id("sent-heading")),
                search(visit, query),
                el("div", id("sent-list"), attr("data-live", "yes"), list(query, search))));
    }

    private static Content list(SentQuery query, SentSearch search) {
        return all(
                when(
                        search.all() == 0,
                        () -> RecordPart.none(query.isEmpty() ? "Nothing yet." : "Nothing of that kind.")),
                each(search.page(), record -> RecordPart.of("sent", record)),
                when(search.all() > SentQuery.PAGE, () -> pages(query, search.all())),
                when(search.all() > SentQuery.MOST, () -> cut(search.all())));
    }

    private static Content cut(long all) {
        return el(
                "p",
                "There are " + Words.number(all) + ". The last " + Words.number(SentQuery.MOST)
                        + " are shown here; the download below has everything.",
                cls("muted"));
    }

    private static Content search(Visit visit, SentQuery query) {
        return el(
                "form",
                cls("search"),
                attr("method", "get"),
                attr("action", visit.link("/") + "#sent"),
                attr("role", "search"),
                el("label", "Search", attr("for", "q")),
                el(
                        "input",
                        id("q"),
                        attr("name", "q"),
                        attr("type", "search"),
                        attr("value", query.word()),
                        attr("autocomplete", "off")),
                el("label", "Layer", attr("for", "layer")),
                el(
                        "select",
                        id("layer"),
                        attr("name", "layer"),
                        option("", "Both layers", query),
                        option("base", "Base telemetry", query),
                        option("detailed", "Product events", query)),
                el("button", "Search", attr("type", "submit"), cls("quiet")));
    }

    private static Content option(String value, String label, SentQuery query) {
        Part[] parts = value.equals(query.layer())
                ? new Part[] {attr("value", value), attr("selected", "selected")}
                : new Part[] {attr("value", value)};
        return el("option", label, parts);
    }

    private static Content pages(SentQuery query, long found) {
        long last = (Math.min(found, SentQuery.MOST) - 1) / SentQuery.PAGE;
        return el(
                "nav",
                cls("pages"),
                attr("aria-label", "Pages of what was sent"),
                when(query.page() > 0, () -> el("a", "Newer", attr("href", query.linkTo(query.page() - 1)))),
                el("span", "Page " + (query.page() + 1) + " of " + (last + 1)),
                when(query.page() < last, () -> el("a", "Older", attr("href", query.linkTo(query.page() + 1)))));
    }
}
