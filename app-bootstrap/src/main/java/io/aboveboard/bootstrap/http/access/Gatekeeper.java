package io.aboveboard.bootstrap.http.access;

import io.aboveboard.bootstrap.http.guard.Refusal;
import io.aboveboard.bootstrap.http.guard.TokenBucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Knows who is asking and what they may do. Whoever guesses is slowed down; whoever has the right token is not, or a
 * guesser could lock them out. Thread-safe.
 */
public final class Gatekeeper {
    private static final String BEARER = "Bearer ";

    private final Keyring keys;
    private final Sessions sessions;
    private final TokenBucket guesses;

    /**
     * A gatekeeper.
     *
     * @param keys what must be shown
     * @param sessions who was let in
     * @param guesses how many wrong tokens may be shown
     */
    public Gatekeeper(Keyring keys, Sessions sessions, TokenBucket guesses) {
        this.keys = keys;
        this.sessions = sessions;
        this.guesses = guesses;
    }

    /**
     * Who is asking.
     *
     * @param request the request
     * @return the caller; a token that is shown counts before a cookie
     */
    public Caller callerOf(HttpServletRequest request) {
        String shown = request.getHeader("Authorization");
        if (shown != null) {
            return programOf(shown);
        }
        Optional<Caller> person = sessionOf(request).map(Caller.Person::new);
        return person.orElse(Caller.Stranger.STRANGER);
    }

    /**
     * The session of a browser.
     *
     * @param request its request
     * @return the session, or nothing if it was not let in
     */
    public Optional<Session> sessionOf(HttpServletRequest request) {
        return SessionCookie.read(request).flatMap(sessions::find);
    }

    private Caller programOf(String shown) {
        String token = shown.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? shown.substring(BEARER.length()).strip()
                : "";
        if (keys.decides(token)) {
            return new Caller.Program(true);
        }
        return keys.uses(token) ? new Caller.Program(false) : Caller.Impostor.IMPOSTOR;
    }

    /**
     * Whether a caller may record and read.
     *
     * @param caller who
     * @return true if so
     */
    public boolean mayUse(Caller caller) {
        return caller != Caller.Impostor.IMPOSTOR && (keys.isOpen() || caller != Caller.Stranger.STRANGER);
    }

    /**
     * Lets a browser in that shows the admin token.
     *
     * @param token what it shows
     * @return its session, or nothing if that is not the token
     */
    public Optional<Session> admit(String token) {
        return keys.decides(token) ? Optional.of(sessions.open()) : Optional.empty();
    }

    /**
     * Lets a browser in that shows the code of the invitation.
     *
     * @param code what it shows
     * @return its session, or nothing if that is not the code
     */
    public Optional<Session> redeem(String code) {
        return sessions.redeem(code);
    }

    /**
     * Forgets a browser.
     *
     * @param session its session
     */
    public void forget(Session session) {
        sessions.close(session);
    }

    /**
     * Where people find the admin token.
     *
     * @return the place, empty if there is none
     */
    public String tokenPlace() {
        return keys.place();
    }

    /**
     * Answers a caller who showed nothing, or the wrong thing.
     *
     * @param response the answer
     * @throws IOException if the caller is gone
     */
    public void turnAway(HttpServletResponse response) throws IOException {
        long seconds = guesses.take();
        if (seconds > 0) {
            response.setHeader("Retry-After", Long.toString(seconds));
            Refusal.of(429, "too_many_attempts", "too many requests came without the right token")
                    .answer(response);
            return;
        }
        response.setHeader("WWW-Authenticate", "Bearer");
        Refusal.of(401, "unauthorized", "show the token in the header Authorization: Bearer <token>")
                .answer(response);
    }

    /**
     * Whether another guess may be made.
     *
     * @return 0 if so, else after how many seconds
     */
    public long waitForGuess() {
        return guesses.take();
    }
}
