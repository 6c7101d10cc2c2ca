package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.api.EraseOutcome;
import io.aboveboard.domain.api.Erasure;
import io.aboveboard.domain.api.Transparency;
import io.aboveboard.domain.consent.Actor;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * {@code /forget}: says what would be forgotten and asks for it once more, which needs no script, and forgets it.
 * Thread-safe.
 */
public final class ForgetServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int NOT_STORED = 507;

    private final transient Transparency transparency;
    private final transient Erasure erasure;

    /**
     * A servlet.
     *
     * @param transparency what there is to see
     * @param erasure what forgets
     */
    public ForgetServlet(Transparency transparency, Erasure erasure) {
        this.transparency = transparency;
        this.erasure = erasure;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visit visit = visit(request);
        Frame.write(response, visit, "Forget", ForgetPart.of(visit, transparency.status()));
    }

    private Visit visit(HttpServletRequest request) {
        return Visit.of(request, transparency.status().service(), PersonFilter.sessionOf(request));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FormRequest.demand(request, false);
        if (forgotten(request) instanceof EraseOutcome.NotDone notDone) {
            response.setStatus(NOT_STORED);
            Frame.write(response, visit(request), "Not everything is forgotten", explanation(notDone));
        } else {
            Redirect.to(request, response, "/");
        }
    }

    private EraseOutcome forgotten(HttpServletRequest request) {
        return switch (Objects.requireNonNullElse(request.getParameter("what"), "")) {
            case ForgetPart.SENT -> erasure.forgetSent();
            case ForgetPart.EVERYTHING -> erasure.erase(Actor.admin(""));
            default -> throw new RefusedException(400, "invalid_wish", "what must be sent or everything");
        };
    }

    private static Content explanation(EraseOutcome.NotDone notDone) {
        return el(
                "section",
                cls("ask"),
                el("h1", "Not everything is forgotten"),
                el("p", Words.sentence(SafeText.of(notDone.why())), cls("warning")),
                el("p", "Mend that, go back, and ask for it again.", cls("muted")));
    }
}
