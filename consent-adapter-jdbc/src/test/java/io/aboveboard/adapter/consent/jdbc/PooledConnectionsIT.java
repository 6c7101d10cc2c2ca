package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Fault;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connections that a process keeps which stays. */
@Tag("thorough")
@Proves(Promise.P16)
class PooledConnectionsIT {
    private static final int CROWD = 24;
    private static final Duration IMPATIENCE = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Postgres postgres = new Postgres();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    PooledConnectionsIT() throws SQLException {}

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    private static List<String> ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("aboveboard"))
                .toList();
    }

    private static void awaitNoThreads() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ownThreads().isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        assertThat(ownThreads()).isEmpty();
    }

    @Test
    @Proves({Promise.P1, Promise.P2})
    @Fault({"G4", "G5"})
    void areEnoughForManyWhoRecordWhileSomebodyDecides() throws Exception {
        try (JdbcInstallationStore store = JdbcInstallationStore.pooled(postgres.config(), "timetracker")) {
            store.update(stored -> SampleInstallation.stored());
            List<Future<InstallationReading>> recording = new ArrayList<>();
            for (int thread = 0; thread < CROWD; thread++) {
                recording.add(threads.submit(() -> recorded(store)));
            }
            for (int decision = 0; decision < 5; decision++) {
                store.gate().exclusively(() -> store.update(stored -> stored.withPreference(StoredPreference.NO)));
            }
            for (Future<InstallationReading> each : recording) {
                assertThat(each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isInstanceOf(InstallationReading.Found.class);
            }
            assertThat(postgres.count("SELECT COUNT(*) FROM pg_stat_activity WHERE application_name = 'aboveboard'"))
                    .isBetween(1L, (long) PooledConnections.MOST);
        }
    }

    private static InstallationReading recorded(JdbcInstallationStore store) {
        InstallationReading reading = store.read();
        for (int batch = 0; batch < 10 && reading instanceof InstallationReading.Found; batch++) {
            reading = store.gate().shared(store::read);
        }
        return reading;
    }

    @Test
    @Fault("G4")
    void areWaitedForWhereOthersHaveThemAllAndNotTakenForADatabaseThatIsDown() throws Exception {
        try (PooledConnections pool = new PooledConnections(postgres.config(), IMPATIENCE)) {
            List<Connection> taken = new ArrayList<>();
            for (int i = 0; i < PooledConnections.MOST; i++) {
                taken.add(openedInTheEnd(pool));
            }
            Future<Connection> late = threads.submit(pool::open);
            long patient = System.nanoTime() + IMPATIENCE.toNanos() * 3 / 2;
            while (System.nanoTime() < patient) {
                LockSupport.parkNanos(IMPATIENCE.toNanos() / 4);
            }
            assertThat(late.isDone()).isFalse();

            taken.get(0).close();
            late.get(PATIENCE.toSeconds(), TimeUnit.SECONDS).close();
            for (Connection each : taken) {
                each.close();
            }
        }
    }

    /** A busy machine may take longer for a connection than the impatient wait. */
    private static Connection openedInTheEnd(PooledConnections pool) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return pool.open();
            } catch (SQLTransientConnectionException notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
        }
    }

    @Test
    @Proves(Promise.P5)
    void beginNothingBeforeTheFirstAndEndWithTheStore() throws SQLException {
        JdbcInstallationStore store = JdbcInstallationStore.pooled(postgres.config(), "timetracker");
        assertThat(ownThreads()).isEmpty();
        store.update(stored -> SampleInstallation.stored());
        assertThat(ownThreads()).isNotEmpty();

        store.close();
        awaitNoThreads();
        assertThatCode(store::close).doesNotThrowAnyException();
        assertThat(store.read()).isInstanceOf(InstallationReading.Unreadable.class);
        assertThatThrownBy(new ClosedPool(postgres)::open).isInstanceOf(SQLException.class);
        assertThat(ownThreads()).isEmpty();
    }

    /** One that was never used. */
    private record ClosedPool(Postgres postgres) {
        Connection open() throws SQLException {
            PooledConnections pool = new PooledConnections(postgres.config());
            pool.close();
            return pool.open();
        }
    }

    @Test
    @Proves(Promise.P7)
    @Fault("G4")
    void areOpenedAnewWhenTheServerWasStartedAgain(@TempDir Path data) throws IOException {
        EmbeddedPostgres server = start(data, 0);
        JdbcConfig config = new JdbcConfig(
                "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres", Password.none());
        try (JdbcInstallationStore store = JdbcInstallationStore.pooled(config, "timetracker")) {
            store.update(stored -> SampleInstallation.stored());
            server.close();
            assertThat(store.read()).isInstanceOf(InstallationReading.Unreadable.class);

            server = start(data, server.getPort());
            assertThat(store.read()).isEqualTo(new InstallationReading.Found(SampleInstallation.stored()));
        } finally {
            server.close();
        }
        awaitNoThreads();
    }

    /** Port 0 is any. */
    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale", "C")
                .start();
    }
}
