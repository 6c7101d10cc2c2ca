package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The gate of all replicas of an installation, by locks on its row in {@code aboveboard_gate}: shared, or exclusive for a
 * decision, from before the action until after it, in a transaction of their own. A row alone would let those who share it
 * overtake a waiting decision without end, so they queue up before it at an advisory lock, which is granted in turn.
 * Obtained from {@link JdbcInstallationStore#gate()}.
 *
 * <p>Within a process nobody is let in before those who came earlier, but for those who share. Between processes that holds
 * in PostgreSQL. H2 promises no order: a decision waits for those inside in the other processes too, and may have to wait
 * for some who came later.
 *
 * <p>A decision whose connection breaks while it is taken waits once more, when it has been taken, for those who came in
 * meanwhile. What a killed replica held is free as soon as the database notices that it is gone.
 *
 * <p>Thread-safe. A hold is waited for up to 5 s, and takes a connection as long as it lasts.
 */
public final class JdbcConsentGate implements ConsentGate {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String NOTHING_HANDLED = "Nothing is stored or sent: ";
    private static final String NOTHING_DECIDED = "The decision was not taken: ";

    /** Over all gates of this JVM: two of one installation would wait for each other. */
    private static final Set<Holding> HOLDINGS = ConcurrentHashMap.newKeySet();

    private final SharedDatabase database;
    private final Duration patience;
    private final Places places;
    private final AtomicLong lostHolds = new AtomicLong();

    JdbcConsentGate(SharedDatabase database, Duration patience, Places places) {
        this.database = database;
        this.places = places;
        this.patience = patience;
    }

    @Override
    public <T> T shared(Supplier<T> action) {
        return once(GateLock.Kind.SHARED, NOTHING_HANDLED, hold -> {
            try {
                return hold.during(database, action);
            } finally {
                if (!hold.isGivenBack()) {
                    tellOfALostHold();
                }
            }
        });
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        return once(GateLock.Kind.EXCLUSIVE, NOTHING_DECIDED, hold -> {
            try {
                return action.get();
            } finally {
                if (!hold.isGivenBack()) {
                    awaitThoseWhoCameIn();
                }
            }
        });
    }

    /** What was handed over may have met a decision that could not wait for it. */
    private void tellOfALostHold() {
        long so = lostHolds.incrementAndGet();
        System.getLogger(JdbcConsentGate.class.getName())
                .log(
                        System.Logger.Level.WARNING,
                        "the gate was lost while records were handled, {0} times so far; a decision may not have waited"
                                + " for them",
                        so);
    }

    /** What a person should know of it. */
    List<String> remarks() {
        long times = lostHolds.get();
        return times == 0
                ? List.of()
                : List.of("the connection to " + database + " was cut while records were handled, " + times
                        + " times since the start; a decision taken in such an instant did not wait for them");
    }

    private record Holding(Thread thread, SharedDatabase.Key installation) {}

    private <T> T once(GateLock.Kind kind, String otherwise, Function<GateHold, T> holding) {
        Holding mine = new Holding(Thread.currentThread(), database.key());
        if (!HOLDINGS.add(mine)) {
            throw new IllegalStateException("this thread holds the gate already");
        }
        try {
            return inPlace(kind, otherwise, holding);
        } finally {
            HOLDINGS.remove(mine);
        }
    }

    private <T> T inPlace(GateLock.Kind kind, String otherwise, Function<GateHold, T> holding) {
        int taken = places.takenBy(kind);
        if (!places.areTaken(taken, patience)) {
            throw impassable(otherwise, "too many threads of this process are at it; let fewer record at once");
        }
        try {
            return holding.apply(held(kind, otherwise));
        } finally {
            places.giveBack(taken);
        }
    }

    private InstallationStoreException impassable(String otherwise, String why) {
        return new InstallationStoreException(
                otherwise + "the gate of " + database + " cannot be passed: " + why + "; then try again");
    }

    /** A source of connections may fail for an interrupt, which is passed on instead. */
    private GateHold held(GateLock.Kind kind, String otherwise) {
        boolean interrupted = Thread.interrupted();
        try {
            return GateHold.take(database, kind, patience);
        } catch (DatabaseFailedException failed) {
            throw impassable(otherwise, String.valueOf(failed.getMessage()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Where the database is gone altogether there is nobody to wait for: without it nobody comes in. */
    private void awaitThoseWhoCameIn() {
        try {
            GateHold.take(database, GateLock.Kind.EXCLUSIVE, patience).isGivenBack();
        } catch (DatabaseFailedException gone) {
            System.getLogger(JdbcConsentGate.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "the gate was lost while a decision was taken: {0}",
                            gone.getMessage());
        }
    }
}
