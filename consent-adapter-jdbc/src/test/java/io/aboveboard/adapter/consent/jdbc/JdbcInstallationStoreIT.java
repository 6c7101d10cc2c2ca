package io.aboveboard.adapter.consent.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.InstallId;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.BaseClaim;
import io.aboveboard.domain.port.ConsentLedgerException;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import io.aboveboard.domain.record.EncodedRecord;
import io.aboveboard.domain.record.Layer;
import io.aboveboard.domain.record.RecordUid;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("thorough")
class JdbcInstallationStoreIT {
    private static final int REPLICAS = 8;
    private static final LocalDate DATE = LocalDate.of(2027, 3, 1);

    private final Postgres postgres = new Postgres();

    JdbcInstallationStoreIT() throws SQLException {}

    private InstallationStore store() {
        return JdbcInstallationStore.create(postgres.config(), "timetracker");
    }

    @Proves({Promise.P1, Promise.P4})
    @Test
    void becomesOneInstallationWhereAllReplicasStartAtOnce() throws Exception {
        Set<Installation> seen = Set.copyOf(atOnce(store -> store.update(JdbcInstallationStoreIT::identified)));

        assertThat(seen)
                .singleElement()
                .satisfies(one -> assertThat(store().read()).isEqualTo(new InstallationReading.Found(one)));
    }

    private static Installation identified(Installation installation) {
        return installation.id().isPresent()
                ? installation
                : installation.withIdentity(InstallId.random(), SampleInstallation.SALT);
    }

    @Test
    void makesNothingForALook() throws SQLException {
        assertThat(store().read()).isEqualTo(new InstallationReading.Missing());
        assertThat(store().ledger().history()).isEmpty();

        postgres.execute("CREATE TABLE aboveboard_schema (one INTEGER)");
    }

    @Test
    void keepsInstallationsApart() {
        store().update(installation -> SampleInstallation.stored());

        assertThat(JdbcInstallationStore.create(postgres.config(), "invoices").read())
                .isEqualTo(new InstallationReading.Missing());
    }

    @Test
    void saysWhatItKeptOfAMoment() {
        Instant exact = Instant.parse("2027-03-01T09:30:00.123456789Z");

        Installation kept = store().update(installation -> installation.withReached(Milestone.FIRST_SEEN, exact));

        assertThat(kept.reached(Milestone.FIRST_SEEN)).hasValue(Instant.parse("2027-03-01T09:30:00.123456Z"));
        assertThat(store().read()).isEqualTo(new InstallationReading.Found(kept));
    }

    @Test
    void keepsNoPreferenceThatIsNone() {
        Installation kept = store().update(installation ->
                installation.withSetupComplete(true).withPreference(StoredPreference.MALFORMED));

        assertThat(kept.preference()).isEqualTo(StoredPreference.UNSET);
        assertThat(store().read()).isEqualTo(new InstallationReading.Found(kept));
    }

    @Test
    void givesUpItsIdentityAndKeepsTheProofOfIt() throws SQLException {
        store().update(installation -> SampleInstallation.stored());
        store().ledger().append(SampleDecisions.yes());

        store().resetIdentity();

        assertThat(store().read()).isEqualTo(new InstallationReading.Found(Installation.blank()));
        assertThat(store().ledger().last()).isEmpty();
        assertThat(postgres.count("SELECT COUNT(*) FROM aboveboard_receipt")).isEqualTo(1);
    }

    @Test
    void forgetsWhatWasClaimedUnderAnIdentityThatItGaveUp() throws SQLException {
        store().update(installation -> SampleInstallation.stored());
        store().claims().claim(claimOf(SampleInstallation.ID));
        store().claims().claim(BaseClaim.firstSeen(SampleInstallation.ID, recordOf(SampleInstallation.ID)));
        JdbcInstallationStore.create(postgres.config(), "invoices").claims().claim(claimOf(SampleInstallation.ID));

        store().resetIdentity();
        assertThat(claimsOf("timetracker")).isZero();
        assertThat(claimsOf("invoices")).isEqualTo(1);

        InstallId late = InstallId.random();
        InstallId next = InstallId.random();
        store().claims().claim(claimOf(late));
        store().update(installation -> installation.withId(next));
        store().claims().claim(claimOf(next));
        store().ledger().forgetRetired();
        assertThat(claimsOf("timetracker")).isEqualTo(1);
        assertThat(store().claims().claim(claimOf(next))).isFalse();
    }

    private long claimsOf(String installation) throws SQLException {
        return postgres.count("SELECT COUNT(*) FROM aboveboard_claim WHERE installation = '" + installation + "'");
    }

    private static BaseClaim claimOf(InstallId id) {
        return BaseClaim.heartbeat(id, DATE, recordOf(id));
    }

    private static EncodedRecord recordOf(InstallId id) {
        byte[] bytes = {1, 2, 3};
        return new EncodedRecord(
                Layer.BASE,
                0,
                RecordUid.ofHeartbeat(id, DATE),
                DATE.atStartOfDay().toInstant(ZoneOffset.UTC),
                bytes);
    }

    @Proves({Promise.P4, Promise.P14})
    @Test
    void bringsTablesOfAnEarlierProgramUpToDateWhereAllReplicasStartAtOnce() throws Exception {
        makeVersionOne();

        List<Boolean> granted = atOnce(store -> store.claims().claim(claimOf(SampleInstallation.ID)));

        assertThat(granted).containsOnlyOnce(true).hasSize(REPLICAS);
        assertThat(postgres.count("SELECT MAX(version) FROM aboveboard_schema")).isEqualTo(2);
        assertThat(postgres.count("SELECT COUNT(*) FROM aboveboard_schema")).isEqualTo(2);
        assertThat(store().read()).isEqualTo(new InstallationReading.Found(SampleInstallation.stored()));
        assertThat(store().ledger().history())
                .containsExactly(SampleDecisions.yes().after(null));
        assertThat(claimsOf("timetracker")).isEqualTo(1);
    }

    /** As the first version of this program left them. */
    private void makeVersionOne() throws SQLException {
        for (String sql : Schema.statementsOf(1)) {
            postgres.execute(sql);
        }
        postgres.execute("CREATE TABLE aboveboard_schema (version INTEGER PRIMARY KEY,"
                + " applied_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP)");
        postgres.execute("INSERT INTO aboveboard_schema (version) VALUES (1)");
        postgres.execute("INSERT INTO aboveboard_gate (name) VALUES ('timetracker')");
        postgres.execute("INSERT INTO aboveboard_installation (name, revision, setup_complete)"
                + " VALUES ('timetracker', 0, FALSE)");
        try (Connection connection = postgres.source().getConnection()) {
            assertThat(InstallationRow.none().isReplacedBy(SampleInstallation.stored(), connection, "timetracker"))
                    .isTrue();
            ReceiptRow.insert(connection, "timetracker", SampleDecisions.yes().after(null));
        }
    }

    private <T> List<T> atOnce(Function<InstallationStore, T> work) throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS);
        CyclicBarrier start = new CyclicBarrier(REPLICAS);
        try {
            List<Future<T>> started = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                InstallationStore store = store();
                started.add(replicas.submit(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return work.apply(store);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : started) {
                results.add(each.get(30, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            replicas.shutdownNow();
        }
    }

    @Test
    void changesNothingInTablesOfANewerProgram() throws SQLException {
        store().update(installation -> SampleInstallation.stored());
        postgres.execute("INSERT INTO aboveboard_schema (version) VALUES (1000)");

        assertThatThrownBy(() -> store().update(installation -> installation.withPreference(StoredPreference.YES)))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining("the tables are of version 1000, and this program knows them up to ")
                .hasMessageEndingWith("; run the newer program");
        assertThat(store().read()).isEqualTo(new InstallationReading.Found(SampleInstallation.stored()));
    }

    @Proves(Promise.P1)
    @Test
    void takesTablesThatAreGoneForUnreadableAndNotForMissing() throws SQLException {
        InstallationStore store = store();
        store.update(installation -> SampleInstallation.stored());
        postgres.execute("DROP TABLE aboveboard_installation, aboveboard_receipt");

        assertThat(store.read()).isInstanceOf(InstallationReading.Unreadable.class);
        assertThatThrownBy(store.ledger()::last).isInstanceOf(ConsentLedgerException.class);
    }

    @Proves({Promise.P1, Promise.P7})
    @Test
    void takesADatabaseThatCannotBeReachedForUnreadable() {
        String url = Postgres.urlOf("none");
        InstallationStore store =
                JdbcInstallationStore.create(new JdbcConfig(url, "postgres", Password.none()), "timetracker");

        assertThat(store.read())
                .isEqualTo(new InstallationReading.Unreadable(url, "there is no such database; correct its name"));
        assertThatThrownBy(() -> store.update(installation -> SampleInstallation.stored()))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessage(
                        "The installation was not saved in " + url + ": there is no such database; correct its name");
        assertThatThrownBy(() -> store.ledger().append(SampleDecisions.no()))
                .isInstanceOf(ConsentLedgerException.class);
        assertThatThrownBy(() -> store.gate().shared(() -> "begun"))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageStartingWith("Nothing is stored or sent: the gate of " + url + " cannot be passed: ");
        assertThatThrownBy(() -> store.gate().exclusively(() -> "begun"))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageStartingWith("The decision was not taken: ");
    }

    @Proves(Promise.P16)
    @Test
    void leavesNoConnectionOpen() {
        CountingSource source = CountingSource.of(postgres.source());
        InstallationStore store = JdbcInstallationStore.over(source, "timetracker");

        store.update(installation -> SampleInstallation.stored());
        store.ledger().append(SampleDecisions.no());
        store.gate().shared(() -> store.read());
        assertThatThrownBy(() -> store.gate().exclusively(() -> {
                    throw new IllegalStateException("an action that fails");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(source.opened()).isPositive();
        assertThat(source.open()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void refusesANameThatIsNone(String name) {
        assertThatThrownBy(() -> JdbcInstallationStore.create(postgres.config(), name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("installation: must be 1 to 128 characters");
    }
}
