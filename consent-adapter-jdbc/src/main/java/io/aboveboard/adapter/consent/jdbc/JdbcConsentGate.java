package io.aboveboard.adapter.consent.jdbc;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStoreException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The gate of all replicas of an installation, by locks on its row in {@code aboveboard_gate}: shared, or exclusive for a
 * decision, from before the action until after it, in a transaction of their own. A row alone would let those who share it
 * overtake a waiting decision without end, so they queue up before it at an advisory lock, which is granted in turn.
 * Obtained from {@link JdbcInstallationStore#gate()}.
 *
 * <p>A decision whose connection breaks while it is taken waits once more, when it has been taken, for those who came in
 * meanwhile. What a killed replica held is free as soon as the database notices that it is gone.
 *
 * <p>Thread-safe. A hold is waited for up to 5 s, and takes a connection as long as it lasts.
 */
public final class JdbcConsentGate implements ConsentGate {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Over all gates of this JVM: two of one installation would wait for each other. */
    private static final Set<Holding> HOLDINGS = ConcurrentHashMap.newKeySet();

    private final SharedDatabase database;
    private final Duration patience;

    JdbcConsentGate(SharedDatabase database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    @Override
    public <T> T shared(Supplier<T> action) {
        return once(() -> {
            GateHold hold = held(GateHold.Kind.SHARED, "Nothing is stored or sent: ");
            try {
                return hold.during(database, action);
            } finally {
                hold.isGivenBack();
            }
        });
    }

    @Override
    public <T> T exclusively(Supplier<T> action) {
        return once(() -> {
            GateHold hold = held(GateHold.Kind.EXCLUSIVE, "The decision was not taken: ");
            try {
                return action.get();
            } finally {
                if (!hold.isGivenBack()) {
                    awaitThoseWhoCameIn();
                }
            }
        });
    }

    private record Holding(Thread thread, SharedDatabase.Key installation) {}

    private <T> T once(Supplier<T> holding) {
        Holding mine = new Holding(Thread.currentThread(), database.key());
        if (!HOLDINGS.add(mine)) {
            throw new IllegalStateException("this thread holds the gate already");
        }
        try {
            return holding.get();
        } finally {
            HOLDINGS.remove(mine);
        }
    }

    /** A source of connections may fail for an interrupt, which is passed on instead. */
    private GateHold held(GateHold.Kind kind, String otherwise) {
        boolean interrupted = Thread.interrupted();
        try {
            return GateHold.take(database, kind, patience);
        } catch (DatabaseFailedException failed) {
            throw new InstallationStoreException(otherwise + "the gate of " + database + " cannot be passed: "
                    + failed.getMessage() + "; then try again");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Where the database is gone altogether there is nobody to wait for: without it nobody comes in. */
    private void awaitThoseWhoCameIn() {
        try {
            GateHold.take(database, GateHold.Kind.EXCLUSIVE, patience).isGivenBack();
        } catch (DatabaseFailedException gone) {
            System.getLogger(JdbcConsentGate.class.getName())
                    .log(
                            System.Logger.Level.WARNING,
                            "the gate was lost while a decision was taken: {0}",
                            gone.getMessage());
        }
    }
}
