package io.aboveboard.bootstrap.http.api;

import io.aboveboard.bootstrap.status.StatusJson;
import io.aboveboard.domain.api.Transparency;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /v1/status}: what {@code status --json} prints. Thread-safe. */
public final class StatusServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Transparency transparency;

    /**
     * A servlet.
     *
     * @param transparency what knows the status
     */
    public StatusServlet(Transparency transparency) {
        this.transparency = transparency;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonAnswer.write(response, StatusJson.of(transparency.status()));
    }
}
