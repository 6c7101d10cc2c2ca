package io.aboveboard.bootstrap.http.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** Turns away whoever calls us by a name that is not ours, whatever is asked for. Thread-safe. */
public final class HostFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

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
        List<String> hosts = Collections.list(request.getHeaders("Host"));
        if (hosts.size() == 1 && names.contains(hosts.get(0))) {
            chain.doFilter(request, response);
            return;
        }
        Refusal.of(403, "foreign_host", "this server does not answer to that name; see TELEMETRY_HTTP_ALLOWED_HOSTS")
                .answer(response);
    }
}
