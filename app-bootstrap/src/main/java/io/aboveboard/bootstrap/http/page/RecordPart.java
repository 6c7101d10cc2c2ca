package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;
import static io.aboveboard.bootstrap.http.html.Html.text;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.status.Json;
import io.aboveboard.bootstrap.view.RecordView;
import java.util.List;

/** One record: a line of what it is, and behind it everything it says. */
final class RecordPart {
    private RecordPart() {}

    /** @param place tells apart the places in which the same record may stand */
    static Content of(String place, ShownRecord record) {
        RecordView view = record.view();
        return el(
                "details",
                id(place + "-" + record.uid().replaceAll("[^A-Za-z0-9-]", "_")),
                cls("record"),
                el(
                        "summary",
                        layer(view.isDetailed()),
                        el("span", view.eventName(), cls("name")),
                        el("span", cls("meta"), who(view), record.when())),
                fields(view.fields()),
                json(view));
    }

    static Content layer(boolean detailed) {
        return el("span", detailed ? "product" : "base", cls("tag " + (detailed ? "tag-product" : "tag-base")));
    }

    private static Content who(RecordView view) {
        return when(view.isDetailed() && !view.identity().isEmpty(), () -> el("span", "user " + view.identity()));
    }

    static Content fields(List<RecordView.Field> fields) {
        return el(
                "dl", cls("fields"), each(fields, field -> el("div", el("dt", field.key()), el("dd", field.value()))));
    }

    static Content json(RecordView view) {
        return el(
                "details",
                cls("json"),
                el("summary", "The exact record, in the JSON form of OTLP"),
                el(
                        "pre",
                        attr("tabindex", "0"),
                        attr("role", "region"),
                        attr("aria-label", "OTLP/JSON of " + view.eventName()),
                        el("code", text(Json.text(Json.parsed(view.json()))))));
    }

    static Content none(String text) {
        return all(el("p", text, cls("none")));
    }
}
