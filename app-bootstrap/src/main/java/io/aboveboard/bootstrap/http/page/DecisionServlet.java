package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.each;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.access.Session;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentControl;
import io.aboveboard.domain.api.DecisionOutcome;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.consent.Actor;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * {@code POST /decision}: takes an answer and shows how everything stands then, or what went wrong. While a kill switch is
 * on, a no needs no session and a yes is refused by what it would have to get past. Thread-safe.
 */
public final class DecisionServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int NOT_STORED = 507;

    private final transient Transparency transparency;
    private final transient ConsentControl consent;
    private final boolean silenced;

    /**
     * A servlet.
     *
     * @param transparency what there is to see
     * @param consent where decisions are taken
     * @param silenced whether a kill switch is on
     */
    public DecisionServlet(Transparency transparency, ConsentControl consent, boolean silenced) {
        this.transparency = transparency;
        this.consent = consent;
        this.silenced = silenced;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FormRequest.demand(request, silenced);
        DecisionOutcome outcome = decided(request);
        if (outcome instanceof DecisionOutcome.Recorded recorded
                && recorded.warnings().isEmpty()) {
            Redirect.to(request, response, "/");
            return;
        }
        response.setStatus(statusOf(outcome));
        explain(request, response, outcome);
    }

    private DecisionOutcome decided(HttpServletRequest request) {
        boolean inSetup = "setup".equals(request.getParameter("from"));
        Actor actor = inSetup ? Actor.setup("") : Actor.admin("");
        return switch (Objects.requireNonNullElse(request.getParameter("answer"), "")) {
            case "yes" -> consent.grant(actor);
            case "no" -> consent.withdraw(actor);
            default -> throw new RefusedException(400, "invalid_decision", "the answer must be yes or no");
        };
    }

    private static int statusOf(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Recorded) {
            return HttpServletResponse.SC_OK;
        }
        return outcome instanceof DecisionOutcome.NotTaken ? HttpServletResponse.SC_CONFLICT : NOT_STORED;
    }

    private void explain(HttpServletRequest request, HttpServletResponse response, DecisionOutcome outcome)
            throws IOException {
        @Nullable Session session = PersonFilter.sessionOf(request);
        Visit visit = Visit.of(request, transparency.status().service(), session);
        Frame.write(response, visit, title(outcome), explanation(visit, outcome));
    }

    private static Content explanation(Visit visit, DecisionOutcome outcome) {
        return el(
                "section",
                cls("ask"),
                el("p", "Your answer", cls("eyebrow")),
                el("h1", title(outcome)),
                each(reasons(outcome), reason -> el("p", Words.sentence(SafeText.of(reason)), cls("lead"))),
                el("p", el("a", "Back to how everything stands", attr("href", visit.link("/")))));
    }

    private static String title(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Recorded) {
            return "Saved, but there is something to know";
        }
        return outcome instanceof DecisionOutcome.NotTaken
                ? "The yes was not taken"
                : "The no holds now, but could not be saved as it should";
    }

    private static List<String> reasons(DecisionOutcome outcome) {
        if (outcome instanceof DecisionOutcome.Recorded recorded) {
            return recorded.warnings();
        }
        return outcome instanceof DecisionOutcome.NotTaken notTaken
                ? List.of(notTaken.why())
                : reasons((DecisionOutcome.InForceUnsaved) outcome);
    }

    private static List<String> reasons(DecisionOutcome.InForceUnsaved unsaved) {
        return List.of(
                unsaved.why(),
                unsaved.survivesRestart()
                        ? "it survives a restart, but has no receipt until saving that succeeds, which is tried again"
                        : "it will not survive a restart unless saving it succeeds, which is tried again and again");
    }
}
