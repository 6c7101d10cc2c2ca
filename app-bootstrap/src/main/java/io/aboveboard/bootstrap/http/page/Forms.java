package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.access.Session;
import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.annotation.Nullable;
import java.util.Map;

/** Forms that a foreign page cannot send: each holds what only our page knows. */
final class Forms {
    static final String TOKEN = "form_token";

    private Forms() {}

    /** A form that is nothing but a button. */
    static Content button(Visit visit, String action, String label, String look) {
        return button(visit, action, Map.of(), label, look);
    }

    static Content button(Visit visit, String action, Map<String, String> values, String label, String look) {
        return el(
                "form",
                attr("method", "post"),
                attr("action", visit.link(action)),
                hidden(TOKEN, tokenOf(visit.session())),
                each(values.entrySet(), value -> hidden(value.getKey(), value.getValue())),
                el("button", label, attr("type", "submit"), cls(look)));
    }

    private static String tokenOf(@Nullable Session session) {
        return session == null ? "" : session.formToken();
    }

    private static Content hidden(String name, String value) {
        return el("input", attr("type", "hidden"), attr("name", name), attr("value", value));
    }
}
