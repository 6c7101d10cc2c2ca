package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.api.Transparency;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /} while a kill switch is on: says that everything is off, and why. Thread-safe. */
public final class SilentServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Transparency transparency;

    /**
     * A servlet.
     *
     * @param transparency what there is to see
     */
    public SilentServlet(Transparency transparency) {
        this.transparency = transparency;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Status status = transparency.status();
        Visit visit = Visit.of(request, status.service(), null);
        Frame.write(response, visit, "Everything is off", page(visit, status));
    }

    private static Content page(Visit visit, Status status) {
        return el(
                "section",
                cls("ask"),
                el("p", "What leaves this installation now", cls("eyebrow")),
                el("h1", "Everything is off"),
                el("p", reason(status), cls("lead")),
                el(
                        "p",
                        "Nothing is looked up or recorded either, and nothing is written but a no. This page only says so: it asks"
                                + " nobody to sign in."
                                + " To change that, start the service without the switch."),
                el("h2", "When the switch is gone"),
                el("p", later(status.consent()), cls("muted")),
                el("div", cls("choices"), ConsentPart.no(visit, status.consent())));
    }

    private static String reason(Status status) {
        return status.baseRefusal() == null ? "" : Words.sentence(status.baseRefusal());
    }

    private static String later(ConsentStanding standing) {
        return switch (standing.state()) {
            case GRANTED -> "Product events were allowed and would be sent again. You can say no now; that is saved.";
            case DENIED -> "Product events stay off: the decision is no.";
            case UNDECIDED -> "Nobody has decided on product events. You can say no now; that is saved.";
            case UNKNOWN -> "The decision cannot be read, which counts as no. You can say no now; that is saved.";
        };
    }
}
