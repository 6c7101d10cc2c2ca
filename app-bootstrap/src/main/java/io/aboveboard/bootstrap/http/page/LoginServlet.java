package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;
import static io.aboveboard.bootstrap.http.html.Html.id;
import static io.aboveboard.bootstrap.http.html.Html.text;
import static io.aboveboard.bootstrap.http.html.Html.when;

import io.aboveboard.bootstrap.http.access.Gatekeeper;
import io.aboveboard.bootstrap.http.access.Session;
import io.aboveboard.bootstrap.http.access.SessionCookie;
import io.aboveboard.bootstrap.http.html.Content;
import io.aboveboard.bootstrap.view.SafeText;
import io.aboveboard.domain.api.Transparency;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/** {@code /login}: lets in who has the admin token, and tells everybody else where it is. Thread-safe. */
public final class LoginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Gatekeeper gatekeeper;
    private final transient Transparency transparency;

    /**
     * A servlet.
     *
     * @param gatekeeper who lets in
     * @param transparency what there is to see
     */
    public LoginServlet(Gatekeeper gatekeeper, Transparency transparency) {
        this.gatekeeper = gatekeeper;
        this.transparency = transparency;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean used = request.getParameter("used") != null;
        show(request, response, used ? "That code was used already, or is not the last one that was printed." : "");
    }

    /** A form of a foreign page would have to know the token, so none but the token is demanded. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        FormRequest.demand(request, true);
        String token =
                Objects.requireNonNullElse(request.getParameter("token"), "").strip();
        Optional<Session> session = gatekeeper.admit(request.getRemoteAddr(), token);
        if (session.isPresent()) {
            SessionCookie.give(request, response, session.get());
            Redirect.to(request, response, Visit.startingAt(transparency.status()));
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        show(request, response, "That is not the token.");
    }

    private void show(HttpServletRequest request, HttpServletResponse response, String problem) throws IOException {
        Visit visit = Visit.of(request, transparency.status().service(), null);
        Frame.write(response, visit, "Sign in", page(visit, problem));
    }

    private Content page(Visit visit, String problem) {
        return el(
                "section",
                cls("ask"),
                el("p", "Sign in", cls("eyebrow")),
                el("h1", "Who may look in here?"),
                el(
                        "p",
                        "Whoever started the service. It printed an address with a code when it started, which lets one"
                                + " browser in.",
                        cls("lead")),
                when(!problem.isEmpty(), () -> el("p", problem, cls("warning"), id("problem"), attr("role", "alert"))),
                when(!gatekeeper.tokenPlace().isEmpty(), () -> form(visit)));
    }

    private Content form(Visit visit) {
        return el(
                "form",
                cls("login"),
                attr("method", "post"),
                attr("action", visit.link("/login")),
                el(
                        "p",
                        text("Or paste the token that lies in "),
                        el("code", SafeText.of(gatekeeper.tokenPlace())),
                        text(".")),
                el("label", "Token", attr("for", "token")),
                el(
                        "input",
                        id("token"),
                        attr("name", "token"),
                        attr("type", "password"),
                        attr("autocomplete", "off"),
                        attr("required", "required")),
                el("button", "Sign in", attr("type", "submit"), cls("choice")));
    }
}
