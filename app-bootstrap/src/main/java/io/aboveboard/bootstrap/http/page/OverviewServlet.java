package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.all;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.api.Transparency;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;

/** {@code GET /}: how everything stands. Thread-safe. */
public final class OverviewServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Transparency transparency;
    private final transient ConsentControl consent;
    private final transient InstantSource clock;

    /**
     * A servlet.
     *
     * @param transparency what there is to see
     * @param consent where decisions are known
     * @param clock wall time
     */
    public OverviewServlet(Transparency transparency, ConsentControl consent, InstantSource clock) {
        this.transparency = transparency;
        this.consent = consent;
        this.clock = clock;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Status status = transparency.status();
        Visit visit = Visit.of(request, status.service(), PersonFilter.sessionOf(request));
        Frame.write(response, visit, NowPart.headline(status), page(visit, status, RecordQuery.in(request)));
    }

    private Content page(Visit visit, Status status, RecordQuery query) {
        SentDays days = new SentDays(clock.instant());
        SentSearch search = new SentSearch(query);
        transparency.eachSent(sent -> {
            days.count(sent);
            search.look(sent);
        });
        return all(
                el("div", cls("first"), NowPart.of(status), ConsentPart.of(visit, status.consent(), consent.terms())),
                el("div", cls("pair"), DeliveryPart.of(visit, status, days.last()), CountsPart.of(status.counts())),
                ChartPart.of(days.toList()),
                SearchPart.of(visit, query),
                PreviewPart.of(transparency, query),
                SentPart.of(query, search),
                ReceiptsPart.of(consent),
                KeepPart.of(visit));
    }
}
