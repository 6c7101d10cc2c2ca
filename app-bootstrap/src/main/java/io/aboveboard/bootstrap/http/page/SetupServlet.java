package io.aboveboard.bootstrap.http.page;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.record.Layer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /setup}: asks, and lets the text be read again that was answered. Thread-safe. */
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
        Visit visit = Visit.of(request, status.service(), PersonFilter.sessionOf(request));
        Frame.write(response, visit, "Setup", SetupPart.of(visit, status, consent.terms(), baseSample()));
    }

    private @Nullable BaseSample baseSample() {
        BaseSample due = due();
        return due == null ? sent() : due;
    }

    /** Those of the base layer come first. */
    private @Nullable BaseSample due() {
        return transparency.preview(1).records().stream()
                .filter(record -> record.layer() == Layer.BASE)
                .flatMap(ShownRecord::waiting)
                .map(record -> new BaseSample(record, true))
                .findFirst()
                .orElse(null);
    }

    private @Nullable BaseSample sent() {
        SentSearch search = new SentSearch(new RecordQuery("", "base", 0));
        transparency.eachSent(search::look);
        return search.page().stream()
                .map(record -> new BaseSample(record, false))
                .findFirst()
                .orElse(null);
    }
}
