package io.aboveboard.bootstrap.http.guard;

import io.aboveboard.domain.annotation.Nullable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Lets a browser write here only from our own page. Programs that are no browsers send neither {@code Origin} nor {@code
 * Sec-Fetch-Site}. Methods that nothing here serves are refused, so that a preflight is granted nothing. Thread-safe.
 */
public final class WriteFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> WRITING = Set.of("POST", "PUT");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String method = request.getMethod();
        if (!READING.contains(method) && !WRITING.contains(method)) {
            response.setHeader("Allow", "GET, HEAD, POST, PUT");
            throw new RefusedException(405, "method_not_allowed", "this server serves GET, HEAD, POST and PUT");
        } else if (READING.contains(method) || isOurs(request)) {
            chain.doFilter(request, response);
        } else {
            throw new RefusedException(403, "foreign_origin", "another page cannot write here");
        }
    }

    private static boolean isOurs(HttpServletRequest request) {
        List<String> sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
        List<String> origins = Collections.list(request.getHeaders("Origin"));
        return sites.stream().allMatch("same-origin"::equals)
                && origins.size() <= 1
                && origins.stream().allMatch(origin -> isOurs(origin, request.getHeader("Host")));
    }

    private static boolean isOurs(String origin, @Nullable String host) {
        String lower = origin.toLowerCase(Locale.ROOT);
        return host != null
                && (lower.equals("http://" + host.toLowerCase(Locale.ROOT))
                        || lower.equals("https://" + host.toLowerCase(Locale.ROOT)));
    }
}
