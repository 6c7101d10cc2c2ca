package io.aboveboard.bootstrap.http.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Sends a browser to another of our pages, whatever it did here. */
final class Redirect {
    private Redirect() {}

    static void to(HttpServletRequest request, HttpServletResponse response, String path) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
        response.setContentLength(0);
    }
}
