package io.aboveboard.bootstrap.http.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** {@code POST /send}: has what is waiting sent now, and shows what came of it. Thread-safe. */
public final class SendServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Runnable sendNow;

    /**
     * A servlet.
     *
     * @param sendNow has what is waiting sent
     */
    public SendServlet(Runnable sendNow) {
        this.sendNow = sendNow;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        FormRequest.demand(request, false);
        sendNow.run();
        Redirect.to(request, response, "/#delivery");
    }
}
