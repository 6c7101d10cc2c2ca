package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.http.html.Part;

/** Where one says which records are to be shown, of those that wait and of those that were sent. */
final class SearchPart {
    private SearchPart() {}

    static Content of(Visit visit, RecordQuery query) {
        return el(
                "section",
                id("find"),
                cls("panel"),
                attr("aria-labelledby", "find-heading"),
                el("h2", "Find a record", id("find-heading")),
                el("p", "Among those that would be sent now and those that were sent.", cls("muted")),
                form(visit, query));
    }

    private static Content form(Visit visit, RecordQuery query) {
        return el(
                "form",
                cls("search"),
                attr("method", "get"),
                attr("action", visit.link("/") + "#preview"),
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

    private static Content option(String value, String label, RecordQuery query) {
        Part[] parts = value.equals(query.layer())
                ? new Part[] {attr("value", value), attr("selected", "selected")}
                : new Part[] {attr("value", value)};
        return el("option", label, parts);
    }
}
