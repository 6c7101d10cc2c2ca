package io.aboveboard.bootstrap.http.access;

import io.aboveboard.bootstrap.http.guard.Refusal;
import io.aboveboard.bootstrap.http.guard.RefusedException;
import io.aboveboard.bootstrap.http.guard.TokenBucket;
import io.aboveboard.domain.annotation.Nullable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Knows who is asking and what they may do. Whoever guesses is slowed down, and with them whoever shows a token from the
 * same address; who was let in before is not. Thread-safe.
 */
public final class Gatekeeper {
    /** What is said to whom must show a token. */
    public static final Refusal UNAUTHORIZED =
            Refusal.of(401, "unauthorized", "show the token in the header Authorization: Bearer <token>");

    private static final String BEARER = "Bearer ";

    private final Keyring keys;
    private final Sessions sessions;
    private final Guesses guesses;

    /**
     * A gatekeeper.
     *
     * @param keys what must be shown
     * @param sessions who was let in
     * @param guesses makes what counts the wrong tokens of an address
     */
    public Gatekeeper(Keyring keys, Sessions sessions, Supplier<TokenBucket> guesses) {
        this.keys = keys;
        this.sessions = sessions;
        this.guesses = new Guesses(guesses);
    }

    /**
     * Who is asking.
     *
     * @param request the request
     * @return the caller; a token that is shown counts before a cookie
     * @throws RefusedException with 429 if too many wrong tokens came from there
     */
    public Caller callerOf(HttpServletRequest request) {
        String shown = request.getHeader("Authorization");
        if (shown != null) {
            return programOf(request.getRemoteAddr(), shown);
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

    private Caller programOf(String address, String shown) {
        String token = shown.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? shown.substring(BEARER.length()).strip()
                : "";
        return guesses.look(address, () -> opened(token)).orElse(Caller.Impostor.IMPOSTOR);
    }

    private Optional<Caller> opened(String token) {
        if (keys.decides(token)) {
            return Optional.of(new Caller.Program(true));
        }
        return keys.uses(token) ? Optional.of(new Caller.Program(false)) : Optional.empty();
    }

    /**
     * Whether somebody may bring so much that there is room for little of it. Asked before the body is read.
     *
     * @param address where it comes from
     * @param shown what stands in the header {@code Authorization}, or {@code null}
     * @return true if so
     * @throws RefusedException with 429 if too many wrong tokens came from there
     */
    public boolean mayBringMuch(String address, @Nullable String shown) {
        return keys.isOpen() || (shown != null && mayUse(programOf(address, shown)));
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
     * @param address where it is
     * @param token what it shows
     * @return its session, or nothing if that is not the token
     * @throws RefusedException with 429 if too many wrong ones came from there
     */
    public Optional<Session> admit(String address, String token) {
        return guesses.look(address, () -> keys.decides(token) ? Optional.of(sessions.open()) : Optional.empty());
    }

    /**
     * Lets a browser in that shows the code of the invitation.
     *
     * @param address where it is
     * @param code what it shows
     * @return its session, or nothing if that is not the code
     * @throws RefusedException with 429 if too many wrong ones came from there
     */
    public Optional<Session> redeem(String address, String code) {
        return guesses.look(address, () -> sessions.redeem(code));
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
     * What is said to a caller who showed nothing, or the wrong thing.
     *
     * @param response the answer, of which this is a header
     * @return what ends the request
     */
    public static RefusedException turnAway(HttpServletResponse response) {
        response.setHeader("WWW-Authenticate", "Bearer");
        return new RefusedException(UNAUTHORIZED);
    }
}
