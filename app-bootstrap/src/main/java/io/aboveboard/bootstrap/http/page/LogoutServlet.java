package io.aboveboard.bootstrap.http.page;

import io.aboveboard.bootstrap.http.access.Gatekeeper;
import io.aboveboard.bootstrap.http.access.SessionCookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /logout}: forgets a browser. Thread-safe. */
public final class LogoutServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Gatekeeper gatekeeper;

    /**
     * A servlet.
     *
     * @param gatekeeper who lets in
     */
    public LogoutServlet(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        FormRequest.demand(request, false);
        gatekeeper.sessionOf(request).ifPresent(gatekeeper::forget);
        SessionCookie.takeBack(request, response);
        Redirect.to(request, response, "/login");
    }
}
