package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.api.Preview;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.record.EncodedRecord;
import java.util.List;

/** What would be sent now. */
final class PreviewPart {
    static final int MOST = 50;

    private PreviewPart() {}

    static Content of(Transparency transparency, RecordQuery query) {
        if (query.isEmpty()) {
            Preview preview = transparency.preview(MOST);
            return panel("Nothing.", preview.records(), preview.more(), preview.remarks());
        }
        WaitingSearch search = new WaitingSearch(query);
        transparency.eachWaiting(search::look);
        return panel("Nothing of that kind is waiting.", search.first(), search.more(), List.of());
    }

    private static Content panel(String none, List<EncodedRecord> records, long more, List<String> remarks) {
        return Panels.panel(
                "preview",
                "What would be sent now",
                when(records.isEmpty(), () -> RecordPart.none(none)),
                each(
                        records.stream().flatMap(ShownRecord::waiting).toList(),
                        record -> RecordPart.of("preview", record)),
                when(
                        more > 0,
                        () -> el(
                                "p",
                                "And " + Words.number(more) + " more, which are in the download below.",
                                cls("muted"))),
                each(remarks, remark -> el("p", Words.sentence(remark), cls("muted"))));
    }
}
