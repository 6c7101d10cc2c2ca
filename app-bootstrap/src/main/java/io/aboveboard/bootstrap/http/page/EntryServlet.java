package io.aboveboard.bootstrap.http.page;

import static io.aboveboard.bootstrap.http.html.Html.attr;
import static io.aboveboard.bootstrap.http.html.Html.cls;
import static io.aboveboard.bootstrap.http.html.Html.el;

import io.aboveboard.bootstrap.http.access.Gatekeeper;
import io.aboveboard.bootstrap.http.access.Session;
import io.aboveboard.bootstrap.http.access.SessionCookie;
import io.aboveboard.domain.api.Status;
import io.aboveboard.domain.api.Transparency;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code GET /enter?code=…}: lets in once who has the code that {@code run} printed. The page that follows is asked for by
 * our own, because a redirect from somebody else's page would come without the cookie. Thread-safe.
 */
public final class EntryServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Gatekeeper gatekeeper;
    private final transient Transparency transparency;

    /**
     * A servlet.
     *
     * @param gatekeeper who lets in
     * @param transparency what there is to see
     */
    public EntryServlet(Gatekeeper gatekeeper, Transparency transparency) {
        this.gatekeeper = gatekeeper;
        this.transparency = transparency;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (gatekeeper.sessionOf(request).isPresent()) {
            Redirect.to(request, response, "/");
            return;
        }
        String code = Objects.requireNonNullElse(request.getParameter("code"), "");
        Optional<Session> session = gatekeeper.redeem(request.getRemoteAddr(), code);
        if (session.isPresent()) {
            SessionCookie.give(request, response, session.get());
            welcome(request, response, session.get());
        } else {
            Redirect.to(request, response, "/login?used");
        }
    }

    /** Whoever looks at the head alone, as what makes previews of links does, uses nothing up. */
    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) {
        response.setContentType("text/html; charset=utf-8");
    }

    private void welcome(HttpServletRequest request, HttpServletResponse response, Session session) throws IOException {
        Status status = transparency.status();
        Visit visit = Visit.of(request, status.service(), session);
        String next = visit.link(Visit.startingAt(status));
        Frame.write(
                response,
                visit,
                "Welcome",
                el("section", cls("ask"), el("h1", "Come in"), el("p", el("a", "Go on", attr("href", next)))),
                el("meta", attr("http-equiv", "refresh"), attr("content", "0; url=" + next)));
    }
}
