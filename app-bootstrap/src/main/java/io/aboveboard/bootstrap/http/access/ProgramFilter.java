package io.aboveboard.bootstrap.http.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands before what programs call: lets in who may, and tells the servlets who it is. Thread-safe. */
public final class ProgramFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String CALLER = ProgramFilter.class.getName();

    private final transient Gatekeeper gatekeeper;

    /**
     * A filter.
     *
     * @param gatekeeper who knows the callers
     */
    public ProgramFilter(Gatekeeper gatekeeper) {
        this.gatekeeper = gatekeeper;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Caller caller = gatekeeper.callerOf(request);
        if (gatekeeper.mayUse(caller)) {
            request.setAttribute(CALLER, caller);
            chain.doFilter(request, response);
        } else {
            throw Gatekeeper.turnAway(response);
        }
    }

    /**
     * Who was let in.
     *
     * @param request a request that came through the filter
     * @return the caller
     */
    public static Caller callerOf(HttpServletRequest request) {
        return request.getAttribute(CALLER) instanceof Caller caller ? caller : Caller.Stranger.STRANGER;
    }
}
