package io.aboveboard.bootstrap.http.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Puts the protecting headers on every answer, and lets no failure show what is inside: whoever asked learns that it
 * failed, the log of what kind the failure was: of an {@code Error}, too, which a class that is missing is. Thread-safe.
 */
public final class ShelterFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger("io.aboveboard.http");

    private final transient RefusalAnswer answers;

    /**
     * A filter.
     *
     * @param answers says why something was refused
     */
    public ShelterFilter(RefusalAnswer answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        SafeHeaders.ALL.forEach(response::setHeader);
        try {
            chain.doFilter(request, response);
        } catch (RefusedException refused) {
            answer(request, response, refused.refusal());
        } catch (ServletException | RuntimeException | Error failed) {
            LOG.log(Level.WARNING, "a request failed: " + failed.getClass().getName());
            LOG.log(Level.DEBUG, "a request failed", failed);
            answer(
                    request,
                    response,
                    Refusal.of(500, "failed", "this went wrong here; the log names the kind of failure"));
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(refusal.status());
        if (refusal.retrySeconds() > 0) {
            response.setHeader("Retry-After", Long.toString(refusal.retrySeconds()));
        }
        answers.write(request, response, refusal);
    }
}
