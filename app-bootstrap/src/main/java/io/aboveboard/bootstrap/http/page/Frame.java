package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.http.html.HtmlDocument;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What is around every page. */
final class Frame {
    private Frame() {}

    static void write(HttpServletResponse response, Visit visit, String title, Content main) throws IOException {
        write(response, visit, title, main, all());
    }

    /** @param more what stands in the head besides */
    static void write(HttpServletResponse response, Visit visit, String title, Content main, Content more)
            throws IOException {
        byte[] body = HtmlDocument.of(el("html", attr("lang", "en"), head(visit, title, more), body(visit, main)))
                .getBytes(StandardCharsets.UTF_8);
        // With no-referrer browsers would send "Origin: null" with our own forms.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setContentType("text/html; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static Content head(Visit visit, String title, Content more) {
        return el(
                "head",
                el("meta", attr("charset", "utf-8")),
                el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
                el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
                el("meta", attr("name", "robots"), attr("content", "noindex")),
                el("title", title + " · " + visit.service().name()),
                el("link", attr("rel", "icon"), attr("href", visit.link("/assets/icon.svg"))),
                el("link", attr("rel", "stylesheet"), attr("href", visit.link("/assets/page.css"))),
                el("script", attr("src", visit.link("/assets/page.js")), attr("defer", "defer")),
                more);
    }

    private static Content body(Visit visit, Content main) {
        return el(
                "body",
                el("a", "Skip to content", cls("skip"), attr("href", "#main")),
                el("header", cls("top"), el("div", cls("wrap bar"), brand(visit), leave(visit))),
                el("main", id("main"), cls("wrap"), main),
                el(
                        "footer",
                        cls("wrap foot"),
                        el(
                                "p",
                                "Served by this installation itself. Nothing on this page is loaded from anywhere else.")),
                el("p", cls("unseen"), id("news"), attr("role", "status")));
    }

    private static Content brand(Visit visit) {
        return el(
                "a",
                cls("brand"),
                attr("href", visit.link("/")),
                mark(),
                el("span", "Aboveboard", cls("brand-name")),
                el("span", visit.service().name() + " " + visit.service().version(), cls("brand-service")));
    }

    private static Content mark() {
        return el(
                "svg",
                cls("mark"),
                attr("viewBox", "0 0 24 24"),
                attr("aria-hidden", "true"),
                el("path", attr("d", "M3 15.5h18"), cls("mark-board")),
                el("circle", attr("cx", "12"), attr("cy", "8.5"), attr("r", "3.5"), cls("mark-dot")));
    }

    private static Content leave(Visit visit) {
        return when(visit.session() != null, () -> Forms.button(visit, "/logout", "Sign out", "quiet"));
    }
}
