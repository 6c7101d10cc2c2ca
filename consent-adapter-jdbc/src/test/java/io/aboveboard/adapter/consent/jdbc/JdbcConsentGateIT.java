package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replicas before one gate: each store is one. */
@Tag("thorough")
@Proves(Promise.P2)
@Fault("G5")
class JdbcConsentGateIT {
    private static final long PATIENCE = 30;

    private final Postgres postgres = new Postgres();
    private final JdbcConsentGate here = gate();
    private final JdbcConsentGate there = gate();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> done = new CopyOnWriteArrayList<>();

    JdbcConsentGateIT() throws SQLException {}

    private JdbcConsentGate gate() {
        SharedDatabase database = new SharedDatabase(Database.over(postgres.source()), "timetracker");
        return new JdbcConsentGate(database, Duration.ofSeconds(PATIENCE), new Places(3));
    }

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    @Test
    void letsADecisionWaitForThoseInside() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        Future<?> handling = inside(here, leave, "handled");
        Future<?> deciding = threads.submit(() -> there.exclusively(() -> done.add("decided")));
        postgres.awaitWaiting(1);
        assertThat(done).isEmpty();

        leave.countDown();

        deciding.get(PATIENCE, TimeUnit.SECONDS);
        handling.get(PATIENCE, TimeUnit.SECONDS);
        assertThat(done).containsExactly("handled", "decided");
    }

    @Test
    void letsNobodyOvertakeADecision() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        Future<?> handling = inside(here, leave, "handled");
        Future<?> deciding = threads.submit(() -> there.exclusively(() -> done.add("decided")));
        postgres.awaitWaiting(1);
        Future<?> late = threads.submit(() -> here.shared(() -> done.add("late")));
        postgres.awaitWaiting(2);

        leave.countDown();

        for (Future<?> each : List.of(handling, deciding, late)) {
            each.get(PATIENCE, TimeUnit.SECONDS);
        }
        assertThat(done).containsExactly("handled", "decided", "late");
    }

    @Test
    void letsNobodyInWhileADecisionIsTaken() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        Future<?> deciding = threads.submit(() -> here.exclusively(() -> {
            entered.countDown();
            await(leave);
            return done.add("decided");
        }));
        await(entered);
        Future<?> handling = threads.submit(() -> there.shared(() -> done.add("handled")));
        postgres.awaitWaiting(1);
        assertThat(done).isEmpty();

        leave.countDown();

        deciding.get(PATIENCE, TimeUnit.SECONDS);
        handling.get(PATIENCE, TimeUnit.SECONDS);
        assertThat(done).containsExactly("decided", "handled");
    }

    @Test
    void waitsForThoseWhoCameInWhenItsConnectionWasLost() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        CountDownLatch lost = new CountDownLatch(1);
        CountDownLatch decide = new CountDownLatch(1);
        Future<?> deciding = threads.submit(() -> {
            here.exclusively(() -> {
                postgres.endTransactions();
                lost.countDown();
                await(decide);
                return done.add("decided");
            });
            return done.add("returned");
        });
        await(lost);
        Future<?> handling = inside(there, leave, "handled");

        decide.countDown();
        postgres.awaitWaiting(1);
        assertThat(done).containsExactly("decided");
        leave.countDown();

        deciding.get(PATIENCE, TimeUnit.SECONDS);
        handling.get(PATIENCE, TimeUnit.SECONDS);
        assertThat(done).containsExactly("decided", "handled", "returned");
    }

    @Test
    @Proves(Promise.P8)
    void tellsOfAHoldThatWasLostWhileRecordsWereHandled() {
        assertThat(here.shared(() -> done.add("handled"))).isTrue();
        assertThat(here.remarks()).isEmpty();

        assertThat(here.shared(postgres::endTransactions)).isPositive();

        assertThat(here.remarks())
                .singleElement()
                .asString()
                .startsWith("the connection to the host's data source was cut while records were handled, 1 times");
        assertThat(there.remarks()).isEmpty();
    }

    @Test
    @Proves(Promise.P16)
    void letsWhoFindsNoPlaceWaitInTurn() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        List<Future<?>> staying = new ArrayList<>();
        for (int place = 0; place < 3; place++) {
            staying.add(inside(here, leave, "handled"));
        }
        Future<?> deciding = threads.submit(() -> here.exclusively(() -> done.add("decided")));
        Future<?> elsewhere = inside(there, leave, "handled there");
        assertThat(done).isEmpty();

        leave.countDown();

        deciding.get(PATIENCE, TimeUnit.SECONDS);
        elsewhere.get(PATIENCE, TimeUnit.SECONDS);
        for (Future<?> each : staying) {
            each.get(PATIENCE, TimeUnit.SECONDS);
        }
        assertThat(done).hasSize(5).contains("decided");
    }

    @Test
    @Proves(Promise.P16)
    void saysSoWhereNoPlaceBecomesFreeInTime() throws Exception {
        SharedDatabase database = new SharedDatabase(Database.over(postgres.source()), "timetracker");
        JdbcConsentGate narrow = new JdbcConsentGate(database, Duration.ofMillis(1), new Places(0));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> narrow.shared(() -> done.add("handled")))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining("too many threads of this process are at it");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).isEmpty();
    }

    /** Somebody who came in and stays until told to leave. */
    private Future<?> inside(ConsentGate gate, CountDownLatch leave, String what) {
        CountDownLatch entered = new CountDownLatch(1);
        Future<?> staying = threads.submit(() -> gate.shared(() -> {
            entered.countDown();
            await(leave);
            return done.add(what);
        }));
        await(entered);
        return staying;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }
}
