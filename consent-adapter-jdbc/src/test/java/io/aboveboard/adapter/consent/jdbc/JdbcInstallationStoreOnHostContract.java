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
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a store is in every database that replicas share it in. */
interface JdbcInstallationStoreOnHostContract {
    int REPLICAS = 8;
    LocalDate DATE = LocalDate.of(2027, 3, 1);

    /** Holds nothing at first. */
    HostDatabase host();

    private InstallationStore store() {
        return JdbcInstallationStore.create(host().config(), "timetracker");
    }

    @Proves({Promise.P1, Promise.P4})
    @Test
    default void becomesOneInstallationWhereAllReplicasStartAtOnce() throws Exception {
        Set<Installation> seen =
                Set.copyOf(atOnce(store -> store.update(JdbcInstallationStoreOnHostContract::identified)));

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
    default void makesNothingForALook() throws SQLException {
        assertThat(store().read()).isEqualTo(new InstallationReading.Missing());
        assertThat(store().ledger().history()).isEmpty();

        host().execute("CREATE TABLE aboveboard_schema (one INTEGER)");
    }

    @Test
    default void keepsInstallationsApart() {
        store().update(installation -> SampleInstallation.stored());

        assertThat(JdbcInstallationStore.create(host().config(), "invoices").read())
                .isEqualTo(new InstallationReading.Missing());
    }

    @Test
    default void saysWhatItKeptOfAMoment() {
        Instant exact = Instant.parse("2027-03-01T09:30:00.123456789Z");

        Installation kept = store().update(installation -> installation.withReached(Milestone.FIRST_SEEN, exact));

        assertThat(kept.reached(Milestone.FIRST_SEEN)).hasValue(Instant.parse("2027-03-01T09:30:00.123456Z"));
        assertThat(store().read()).isEqualTo(new InstallationReading.Found(kept));
    }

    @Test
    default void keepsNoPreferenceThatIsNone() {
        Installation kept = store().update(installation ->
                installation.withSetupComplete(true).withPreference(StoredPreference.MALFORMED));

        assertThat(kept.preference()).isEqualTo(StoredPreference.UNSET);
        assertThat(store().read()).isEqualTo(new InstallationReading.Found(kept));
    }

    @Test
    default void givesUpItsIdentityAndKeepsTheProofOfIt() throws SQLException {
        store().update(installation -> SampleInstallation.stored());
        store().ledger().append(SampleDecisions.yes());

        store().resetIdentity();

        assertThat(store().read()).isEqualTo(new InstallationReading.Found(Installation.blank()));
        assertThat(store().ledger().last()).isEmpty();
        assertThat(host().count("SELECT COUNT(*) FROM aboveboard_receipt")).isEqualTo(1);
    }

    @Test
    default void forgetsWhatWasClaimedUnderAnIdentityThatItGaveUp() throws SQLException {
        store().update(installation -> SampleInstallation.stored());
        store().claims().claim(claimOf(SampleInstallation.ID));
        store().claims().claim(BaseClaim.firstSeen(SampleInstallation.ID, recordOf(SampleInstallation.ID)));
        JdbcInstallationStore.create(host().config(), "invoices").claims().claim(claimOf(SampleInstallation.ID));

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
        return host().count("SELECT COUNT(*) FROM aboveboard_claim WHERE installation = '" + installation + "'");
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
    default void bringsTablesOfAnEarlierProgramUpToDateWhereAllReplicasStartAtOnce() throws Exception {
        makeVersionOne();

        List<Boolean> granted = atOnce(store -> store.claims().claim(claimOf(SampleInstallation.ID)));

        assertThat(granted).containsOnlyOnce(true).hasSize(REPLICAS);
        assertThat(host().count("SELECT MAX(version) FROM aboveboard_schema")).isEqualTo(2);
        assertThat(host().count("SELECT COUNT(*) FROM aboveboard_schema")).isEqualTo(2);
        assertThat(store().read()).isEqualTo(new InstallationReading.Found(SampleInstallation.stored()));
        assertThat(store().ledger().history())
                .containsExactly(SampleDecisions.yes().after(null));
        assertThat(claimsOf("timetracker")).isEqualTo(1);
    }

    /** As the first version of this program left them. */
    private void makeVersionOne() throws SQLException {
        store().update(installation -> SampleInstallation.stored());
        store().ledger().append(SampleDecisions.yes());
        host().execute("DROP TABLE aboveboard_claim");
        host().execute("DELETE FROM aboveboard_schema WHERE version > 1");
    }

    private <T> List<T> atOnce(Function<InstallationStore, T> work) throws Exception {
        return Replicas.atOnce(REPLICAS, number -> {
            InstallationStore store = store();
            return () -> work.apply(store);
        });
    }

    @Test
    default void changesNothingInTablesOfANewerProgram() throws SQLException {
        store().update(installation -> SampleInstallation.stored());
        host().execute("INSERT INTO aboveboard_schema (version) VALUES (1000)");

        assertThatThrownBy(() -> store().update(installation -> installation.withPreference(StoredPreference.YES)))
                .isInstanceOf(InstallationStoreException.class)
                .hasMessageContaining("the tables are of version 1000, and this program knows them up to ")
                .hasMessageEndingWith("; run the newer program");
        assertThat(store().read()).isEqualTo(new InstallationReading.Found(SampleInstallation.stored()));
    }

    @Proves(Promise.P1)
    @Test
    default void takesTablesThatAreGoneForUnreadableAndNotForMissing() throws SQLException {
        InstallationStore store = store();
        store.update(installation -> SampleInstallation.stored());
        host().execute("DROP TABLE aboveboard_installation, aboveboard_receipt");

        assertThat(store.read()).isInstanceOf(InstallationReading.Unreadable.class);
        assertThatThrownBy(store.ledger()::last).isInstanceOf(ConsentLedgerException.class);
    }

    @Proves(Promise.P16)
    @Test
    default void leavesNoConnectionOpen() {
        CountingSource source = CountingSource.of(host().source());
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
    default void refusesANameThatIsNone(String name) {
        assertThatThrownBy(() -> JdbcInstallationStore.create(host().config(), name))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("installation: must be 1 to 128 characters");
    }
}
