package io.aboveboard.bootstrap.http.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Turns away whoever calls us by a name that is not ours, whatever is asked for. Thread-safe. */
public final class HostFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** What is said to whom calls us by another name. */
    public static final Refusal FOREIGN = Refusal.of(
            403, "foreign_host", "this server does not answer to that name; see TELEMETRY_HTTP_ALLOWED_HOSTS");

    private final transient HostNames names;

    /**
     * A filter.
     *
     * @param names the names we answer to
     */
    public HostFilter(HostNames names) {
        this.names = names;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!names.areMeant(Collections.list(request.getHeaders("Host")))) {
            throw new RefusedException(FOREIGN);
        }
        chain.doFilter(request, response);
    }
}
