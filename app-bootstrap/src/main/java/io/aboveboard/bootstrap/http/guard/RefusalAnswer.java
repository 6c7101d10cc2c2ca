package io.aboveboard.bootstrap.http.guard;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a refusal, in a form that whoever asked can read. */
public interface RefusalAnswer {
    /**
     * Answers. Nothing was answered before but headers.
     *
     * @param request what was asked
     * @param response the answer
     * @param refusal why not
     * @throws IOException if the caller is gone
     */
    void write(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException;
}
