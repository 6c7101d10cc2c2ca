package io.aboveboard.bootstrap.http.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/**
 * The cookie by which a browser is known again. Its name holds the port, because browsers keep one jar for all ports of a
 * host.
 */
public final class SessionCookie {
    private SessionCookie() {}

    private static String nameFor(HttpServletRequest request) {
        return "aboveboard-" + request.getServerPort();
    }

    static Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(nameFor(request)))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /**
     * Gives it to a browser.
     *
     * @param request what the browser asked
     * @param response the answer
     * @param session its session
     */
    public static void give(HttpServletRequest request, HttpServletResponse response, Session session) {
        set(request, response, session.id());
    }

    /**
     * Takes it back.
     *
     * @param request what the browser asked
     * @param response the answer
     */
    public static void takeBack(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "; Max-Age=0");
    }

    private static void set(HttpServletRequest request, HttpServletResponse response, String value) {
        String path = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
        response.addHeader(
                "Set-Cookie",
                nameFor(request) + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Strict"
                        + (request.isSecure() ? "; Secure" : ""));
    }
}
