package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.guard.HostFilter;
import io.aboveboard.bootstrap.http.guard.Refusal;
import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.domain.api.Transparency;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Tells people why they do not see what they asked for. Thread-safe. */
public final class RefusalPage {
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private final Transparency transparency;

    /**
     * A page.
     *
     * @param transparency what knows whose telemetry it is
     */
    public RefusalPage(Transparency transparency) {
        this.transparency = transparency;
    }

    /**
     * Answers, unless that is not for everybody's eyes or cannot be done.
     *
     * @param request what was asked
     * @param response the answer
     * @param refusal why not
     * @return whether it was answered
     * @throws IOException if the reader is gone
     */
    public boolean write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        Visit visit;
        if (refusal.equals(HostFilter.FOREIGN)) {
            return false;
        }
        try {
            visit = Visit.of(request, transparency.status().service(), null);
        } catch (RuntimeException brokenToo) {
            return false;
        }
        Frame.write(response, visit, title(refusal), page(visit, refusal));
        return true;
    }

    private static String title(Refusal refusal) {
        return switch (refusal.status()) {
            case NOT_FOUND -> "There is nothing here";
            case TOO_MANY -> "Too much at once";
            default ->
                refusal.status() < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        ? "That was not done"
                        : "That went wrong";
        };
    }

    private static Content page(Visit visit, Refusal refusal) {
        return el(
                "section",
                cls("ask"),
                el("p", Integer.toString(refusal.status()), cls("eyebrow")),
                el("h1", title(refusal)),
                el("p", Words.sentence(refusal.message()), cls("lead")),
                el("p", el("a", "To how everything stands", attr("href", visit.link("/")))));
    }
}
