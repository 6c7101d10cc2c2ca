package io.aboveboard.bootstrap.http.page;

import io.aboveboard.bootstrap.http.access.Gatekeeper;
import io.aboveboard.bootstrap.http.access.Session;
import io.aboveboard.domain.annotation.Nullable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/** Stands before what people see: sends who has no session to where one comes in. Thread-safe. */
public final class PersonFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String SESSION = PersonFilter.class.getName();

    private final transient Gatekeeper gatekeeper;

    /**
     * A filter.
     *
     * @param gatekeeper who knows the sessions
     */
    public PersonFilter(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Session> session = gatekeeper.sessionOf(request);
        if (session.isPresent()) {
            request.setAttribute(SESSION, session.get());
            chain.doFilter(request, response);
        } else {
            Redirect.to(request, response, "/login");
        }
    }

    /** The session of who was let in, or {@code null} where nobody need have one. */
    static @Nullable Session sessionOf(HttpServletRequest request) {
        return request.getAttribute(SESSION) instanceof Session session ? session : null;
    }
}
