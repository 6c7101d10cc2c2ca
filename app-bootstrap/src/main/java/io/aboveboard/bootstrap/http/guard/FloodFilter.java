package io.aboveboard.bootstrap.http.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Turns away whatever comes faster than can be served, and says when to come again. Thread-safe. */
public final class FloodFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient TokenBucket requests;

    /**
     * A filter.
     *
     * @param requests how many requests may come
     */
    public FloodFilter(TokenBucket requests) {
        this.requests = requests;
    }

    /**
     * What is said to whom comes too fast.
     *
     * @param seconds after how many seconds to come again
     * @return the refusal
     */
    public static Refusal refusal(long seconds) {
        return Refusal.of(429, "too_many_requests", "there were too many requests; come again later")
                .until(seconds);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long seconds = requests.take();
        if (seconds == 0) {
            chain.doFilter(request, response);
            return;
        }
        throw new RefusedException(refusal(seconds));
    }
}
