package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.api.Preview;

/** What would be sent now. */
final class PreviewPart {
    static final int MOST = 50;

    private PreviewPart() {}

    static Content of(Preview preview) {
        return Panels.panel(
                "preview",
                "What would be sent now",
                when(preview.records().isEmpty(), () -> RecordPart.none("Nothing.")),
                each(
                        preview.records().stream().flatMap(ShownRecord::waiting).toList(),
                        record -> RecordPart.of("preview", record)),
                when(
                        preview.more() > 0,
                        () -> el(
                                "p",
                                "And " + Words.number(preview.more()) + " more, which are in the download below.",
                                cls("muted"))),
                each(preview.remarks(), remark -> el("p", Words.sentence(remark), cls("muted"))));
    }
}
