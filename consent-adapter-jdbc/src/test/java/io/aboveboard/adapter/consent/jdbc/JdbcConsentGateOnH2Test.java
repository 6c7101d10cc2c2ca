package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** One process before its gate, and others before the same one: each gate is one. */
@Proves(Promise.P2)
@Fault("G5")
class JdbcConsentGateOnH2Test {
    private static final long PATIENCE = 30;

    private final H2 h2 = H2.inMemory();
    private final JdbcConsentGate here = gate();
    private final JdbcConsentGate there = gate();
    private final List<String> done = new CopyOnWriteArrayList<>();

    private JdbcConsentGate gate() {
        SharedDatabase database = new SharedDatabase(Database.over(h2.source()), "timetracker");
        return new JdbcConsentGate(database, Duration.ofSeconds(PATIENCE), new Places(Integer.MAX_VALUE));
    }

    @Test
    void letsAProcessInInTheOrderOfArrival() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        List<FutureTask<?>> all = new ArrayList<>();
        all.add(inside(here, leave, "handled"));
        all.add(waiting(() -> here.exclusively(() -> done.add("decided"))));
        all.add(waiting(() -> here.shared(() -> done.add("late"))));
        all.add(waiting(() -> here.exclusively(() -> done.add("decided again"))));
        all.add(waiting(() -> here.shared(() -> done.add("latest"))));
        assertThat(done).isEmpty();

        leave.countDown();

        awaitAll(all);
        assertThat(done).containsExactly("handled", "decided", "late", "decided again", "latest");
    }

    @Test
    void letsADecisionWaitForThoseInsideElsewhere() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        FutureTask<?> handling = inside(here, leave, "handled");
        FutureTask<?> deciding = started(() -> there.exclusively(() -> done.add("decided")));
        h2.awaitWaiting(1);
        assertThat(done).isEmpty();

        leave.countDown();

        awaitAll(List.of(handling, deciding));
        assertThat(done).containsExactly("handled", "decided");
    }

    @Test
    void letsNobodyInWhileADecisionIsTakenElsewhere() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        FutureTask<?> deciding = started(() -> here.exclusively(() -> {
            entered.countDown();
            await(leave);
            return done.add("decided");
        }));
        await(entered);
        FutureTask<?> handling = started(() -> there.shared(() -> done.add("handled")));
        h2.awaitWaiting(1);
        assertThat(done).isEmpty();

        leave.countDown();

        awaitAll(List.of(deciding, handling));
        assertThat(done).containsExactly("decided", "handled");
    }

    @Test
    void isNotKeptFromADecisionByMoreThanItHasRowsFor() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        List<FutureTask<?>> all = new ArrayList<>();
        for (int row = 0; row < 4; row++) {
            all.add(inside(here, leave, "handled"));
        }
        all.add(started(() -> here.shared(() -> done.add("handled"))));
        h2.awaitWaiting(1);
        all.add(waiting(() -> here.exclusively(() -> done.add("decided"))));

        leave.countDown();

        awaitAll(all);
        assertThat(done).hasSize(6).endsWith("decided");
    }

    @Test
    void looksAtWhatWasDecidedWhileItWaited() throws Exception {
        InstallationStore store = JdbcInstallationStore.over(h2.source(), "timetracker");
        InstallationStore other = JdbcInstallationStore.create(h2.configWithSnapshots(), "timetracker");
        store.update(stored -> SampleInstallation.stored().withPreference(StoredPreference.YES));
        CountDownLatch leave = new CountDownLatch(1);
        CountDownLatch entered = new CountDownLatch(1);
        FutureTask<?> deciding = started(() -> store.gate().exclusively(() -> {
            entered.countDown();
            await(leave);
            return store.update(stored -> stored.withPreference(StoredPreference.NO));
        }));
        await(entered);
        FutureTask<InstallationReading> looking = started(() -> other.gate().shared(other::read));
        h2.awaitWaiting(1);

        leave.countDown();

        awaitAll(List.of(deciding));
        assertThat(looking.get(PATIENCE, TimeUnit.SECONDS))
                .isEqualTo(new InstallationReading.Found(
                        SampleInstallation.stored().withPreference(StoredPreference.NO)));
    }

    @Test
    void leavesTheConnectionsOfAHostAsTheyWere() throws SQLException {
        try (Connection connection = h2.source().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            InstallationStore store = JdbcInstallationStore.over(LentConnection.source(connection), "timetracker");

            store.update(stored -> SampleInstallation.stored());
            assertThat(store.gate().exclusively(() -> done.add("decided"))).isTrue();

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
            assertThat(connection.createStatement().getQueryTimeout()).isZero();
        }
    }

    @Test
    @Proves(Promise.P16)
    void leavesThemSoWhereItGivesUp() throws Exception {
        CountDownLatch leave = new CountDownLatch(1);
        FutureTask<?> handling = inside(here, leave, "handled");
        try (Connection connection = h2.source().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            SharedDatabase database =
                    new SharedDatabase(Database.over(LentConnection.source(connection)), "timetracker");
            ConsentGate impatient = new JdbcConsentGate(database, Duration.ofMillis(1), new Places(1));

            assertThatThrownBy(() -> impatient.exclusively(() -> done.add("decided")))
                    .isInstanceOf(InstallationStoreException.class)
                    .hasMessageContaining("somebody else holds it locked");

            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_SERIALIZABLE);
        }
        leave.countDown();
        awaitAll(List.of(handling));
        assertThat(done).containsExactly("handled");
    }

    /** Somebody who came in and stays until told to leave. */
    private FutureTask<?> inside(ConsentGate gate, CountDownLatch leave, String what) {
        CountDownLatch entered = new CountDownLatch(1);
        FutureTask<?> staying = started(() -> gate.shared(() -> {
            entered.countDown();
            await(leave);
            return done.add(what);
        }));
        await(entered);
        return staying;
    }

    private static <T> FutureTask<T> started(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        thread(task).start();
        return task;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    /** Somebody who waits in line by now: nothing else here lets a thread wait for a time. */
    private static FutureTask<?> waiting(Callable<?> work) {
        FutureTask<?> task = new FutureTask<>(work);
        Thread thread = thread(task);
        thread.start();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
        return task;
    }

    private static void awaitAll(List<? extends FutureTask<?>> all) throws Exception {
        for (FutureTask<?> each : all) {
            each.get(PATIENCE, TimeUnit.SECONDS);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }
}
