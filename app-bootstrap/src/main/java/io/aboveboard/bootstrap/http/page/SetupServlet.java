package io.aboveboard.bootstrap.http.page;

import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.port.SentRecord;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /setup}: asks, until somebody has decided. Thread-safe. */
public final class SetupServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Transparency transparency;
    private final transient ConsentControl consent;

    /**
     * A servlet.
     *
     * @param transparency what there is to see
     * @param consent where decisions are known
     */
    public SetupServlet(Transparency transparency, ConsentControl consent) {
        this.transparency = transparency;
        this.consent = consent;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Status status = transparency.status();
        if (status.consent().state() != ConsentStanding.State.UNDECIDED) {
            Redirect.to(request, response, "/");
            return;
        }
        Visit visit = Visit.of(request, status.service(), PersonFilter.sessionOf(request));
        Frame.write(response, visit, "Setup", SetupPart.of(visit, status, consent.terms(), baseRecord()));
    }

    /** One that would be sent now, or the last that was. */
    private List<ShownRecord> baseRecord() {
        Stream<EncodedRecord> due = transparency.preview().records().stream();
        Stream<EncodedRecord> sent =
                transparency.sent(OverviewServlet.MOST_SENT).stream().map(SentRecord::record);
        return Stream.concat(due, sent)
                .filter(record -> record.layer() == Layer.BASE)
                .flatMap(ShownRecord::waiting)
                .limit(1)
                .toList();
    }
}
