package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.html.Content;

/** What can be taken along, and the way to have it forgotten. */
final class KeepPart {
    private KeepPart() {}

    static Content of(Visit visit) {
        return el(
                "section",
                cls("panel"),
                attr("aria-labelledby", "keep-heading"),
                el("h2", "Take it with you", attr("id", "keep-heading")),
                el(
                        "ul",
                        cls("links"),
                        link(visit, "sent.json", "What was sent, as OTLP/JSON"),
                        link(visit, "preview.json", "What would be sent now, as OTLP/JSON"),
                        link(visit, "receipts.json", "Every decision, as receipts that can be checked elsewhere"),
                        link(visit, "status.json", "How everything stands")),
                el("p", cls("muted"), el("a", "Have something forgotten", attr("href", visit.link("/forget")))));
    }

    private static Content link(Visit visit, String name, String label) {
        return el("li", el("a", label, attr("href", visit.link("/download/" + name)), attr("download", name)));
    }
}
