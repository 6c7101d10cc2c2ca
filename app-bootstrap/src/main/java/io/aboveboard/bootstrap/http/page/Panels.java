package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;

import io.aboveboard.bootstrap.http.html.Content;

/** What several parts of the page are made of. */
final class Panels {
    private Panels() {}

    /** A part of the page that keeps itself up to date. */
    static Content panel(String name, String heading, Content... content) {
        return el(
                "section",
                id(name),
                cls("panel"),
                attr("data-live", "yes"),
                attr("aria-labelledby", name + "-heading"),
                el("h2", heading, id(name + "-heading")),
                all(content));
    }

    static Content fact(String name, Content value) {
        return el("div", el("dt", name), el("dd", value));
    }

    /** What can go beyond the edge of a narrow screen scrolls by itself, with the keyboard too. */
    static Content scrolling(String label, Content wide) {
        return el("div", cls("scroll"), attr("tabindex", "0"), attr("role", "region"), attr("aria-label", label), wide);
    }
}
