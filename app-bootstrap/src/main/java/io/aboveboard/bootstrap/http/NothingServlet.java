package io.aboveboard.bootstrap.http;

import io.aboveboard.bootstrap.http.guard.RefusedException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What is at every address where there is nothing. Thread-safe. */
final class NothingServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        throw new RefusedException(404, "not_found", "there is nothing at this address");
    }
}
