package io.aboveboard.bootstrap.http.access;

import io.aboveboard.bootstrap.config.AccessToken;
import io.aboveboard.domain.annotation.Nullable;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The browsers that were let in, in memory: after a restart everybody comes in anew. The one that was quiet the longest
 * makes room for the {@value #MOST}st and more. Thread-safe.
 */
public final class Sessions {
    static final int MOST = 32;
    static final Duration IDLE = Duration.ofHours(12);
    static final Duration CODE_LIFE = Duration.ofHours(24);

    private final LongSupplier ticker;
    private final Map<String, Visit> visits = new LinkedHashMap<>(MOST, 0.75f, true);
    private @Nullable Invitation invitation;

    /**
     * Nobody yet.
     *
     * @param ticker monotonic nanoseconds
     */
    public Sessions(LongSupplier ticker) {
        this.ticker = ticker;
    }

    private record Visit(Session session, long lastSeen) {}

    private record Invitation(AccessToken code, long made) {}

    /**
     * Makes the code that lets in one browser; the one made before no longer does.
     *
     * @return the code
     */
    public synchronized String invite() {
        String code = AccessToken.random();
        invitation = new Invitation(AccessToken.of(code), ticker.getAsLong());
        return code;
    }

    /**
     * Lets a browser in by its code.
     *
     * @param code the code
     * @return its session, or nothing if the code is wrong, old or used up
     */
    public synchronized Optional<Session> redeem(String code) {
        Invitation current = invitation;
        if (current == null || isOver(current.made, CODE_LIFE) || !current.code.matches(code)) {
            return Optional.empty();
        }
        invitation = null;
        return Optional.of(open());
    }

    /**
     * Lets a browser in.
     *
     * @return its session
     */
    public synchronized Session open() {
        Session session = Session.random();
        visits.put(session.id(), new Visit(session, ticker.getAsLong()));
        Iterator<Visit> quietest = visits.values().iterator();
        while (visits.size() > MOST) {
            quietest.next();
            quietest.remove();
        }
        return session;
    }

    synchronized Optional<Session> find(String id) {
        visits.values().removeIf(visit -> isOver(visit.lastSeen, IDLE));
        return Optional.ofNullable(
                        visits.computeIfPresent(id, (same, visit) -> new Visit(visit.session, ticker.getAsLong())))
                .map(Visit::session);
    }

    /**
     * Forgets a browser.
     *
     * @param session which
     */
    public synchronized void close(Session session) {
        visits.remove(session.id());
    }

    private boolean isOver(long since, Duration life) {
        return ticker.getAsLong() - since > life.toNanos();
    }
}
