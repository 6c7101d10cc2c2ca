package io.aboveboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.Milestone;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.testkit.fixture.SampleDecisions;
import io.aboveboard.testkit.fixture.SampleInstallation;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every {@link InstallationStore} must do. */
public interface InstallationStoreContract {
    /**
     * The store under test.
     *
     * @return the same through one test; nothing is stored in it at first
     */
    InstallationStore store();

    /**
     * The same installation as another process would open it.
     *
     * @return a second store; the first itself where the installation lives in the store
     */
    InstallationStore anotherStore();

    @Test
    default void letsThroughItsGateWhatIsDoneThere() {
        ConsentGate gate = store().gate();
        assertThat(gate.shared(() -> "seen")).isEqualTo("seen");
        assertThat(gate.exclusively(() -> "decided")).isEqualTo("decided");
        assertThat(gate.shared(() -> "seen again")).isEqualTo("seen again");
    }

    @Test
    default void readsMissingBeforeAnythingIsStored() {
        assertThat(store().read()).isEqualTo(new InstallationReading.Missing());
    }

    @Test
    default void createsAMissingInstallationFromABlankOne() {
        store().update(installation -> {
            assertThat(installation).isEqualTo(Installation.blank());
            return SampleInstallation.stored();
        });
        assertThat(stored()).isEqualTo(SampleInstallation.stored());
    }

    @Test
    default void returnsWhatIsStoredNow() {
        Installation returned = store().update(installation -> SampleInstallation.stored());
        assertThat(returned).isEqualTo(SampleInstallation.stored());
    }

    @Test
    default void handsTheChangeWhatIsStored() {
        store().update(installation -> SampleInstallation.stored());
        anotherStore().update(installation -> {
            assertThat(installation).isEqualTo(SampleInstallation.stored());
            return installation;
        });
    }

    @Test
    default void storesNothingWhereNothingChanges() {
        assertThat(store().update(UnaryOperator.identity())).isEqualTo(Installation.blank());
        assertThat(anotherStore().read()).isEqualTo(new InstallationReading.Missing());
    }

    @Test
    default void keepsTheIdentity() {
        store().update(installation -> installation.withIdentity(SampleInstallation.ID, SampleInstallation.SALT));
        assertThat(stored().id()).hasValue(SampleInstallation.ID);
        assertThat(stored().salt()).hasValue(SampleInstallation.SALT);
    }

    @ParameterizedTest
    @EnumSource(
            value = StoredPreference.class,
            names = {"YES", "NO"})
    default void keepsThePreference(StoredPreference preference) {
        store().update(installation -> installation.withPreference(preference));
        assertThat(stored().preference()).isEqualTo(preference);
    }

    @ParameterizedTest
    @EnumSource(Milestone.class)
    default void keepsEachMilestone(Milestone milestone) {
        store().update(installation -> installation.withReached(milestone, SampleInstallation.NOW));
        assertThat(stored().reached(milestone)).hasValue(SampleInstallation.NOW);
    }

    @Test
    default void keepsTheLatestBeat() {
        store().update(installation -> installation.withLastBeat(LocalDate.of(2027, 2, 28)));
        store().update(installation -> installation.withLastBeat(LocalDate.of(2027, 3, 1)));
        assertThat(stored().lastBeat()).hasValue(LocalDate.of(2027, 3, 1));
    }

    @Test
    default void keepsWhatAChangeDoesNotTouch() {
        store().update(installation -> SampleInstallation.stored());
        anotherStore().update(installation -> installation.withPreference(StoredPreference.YES));
        assertThat(stored()).isEqualTo(SampleInstallation.stored().withPreference(StoredPreference.YES));
    }

    @Test
    default void keepsWhatWasStoredWhenAChangeThrows() {
        store().update(installation -> SampleInstallation.stored());
        assertThatThrownBy(() -> store().update(installation -> {
                    throw new IllegalStateException("a change that fails");
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(stored()).isEqualTo(SampleInstallation.stored());
    }

    @Test
    default void losesNoneOfManyChangesAtOnce() throws InterruptedException {
        int each = 10;
        LocalDate start = LocalDate.EPOCH;
        store().update(installation -> installation.withLastBeat(start));
        Crowd.of(4, number -> () -> {
            InstallationStore store = number % 2 == 0 ? store() : anotherStore();
            for (int i = 0; i < each; i++) {
                store.update(InstallationStoreContract::aBeatLater);
            }
            return number;
        });
        assertThat(stored().lastBeat()).hasValue(start.plusDays(4L * each));
    }

    @Test
    default void hasOneLedger() {
        assertThat(store().ledger()).isNotNull().isSameAs(store().ledger());
    }

    @Test
    default void isANewInstallationAfterItsIdentityWasGivenUp() {
        store().update(installation -> SampleInstallation.stored()
                .withPreference(StoredPreference.YES)
                .withLastBeat(LocalDate.of(2027, 3, 1)));
        store().ledger().append(SampleDecisions.yes());
        store().resetIdentity();
        assertThat(stored()).isEqualTo(Installation.blank());
        assertThat(anotherStore().ledger().history()).isEmpty();
        assertThat(store().ledger().append(SampleDecisions.no()).sequence()).isEqualTo(1);
    }

    @Test
    default void hasOneGate() {
        assertThat(store().gate()).isNotNull().isSameAs(store().gate());
    }

    private static Installation aBeatLater(Installation installation) {
        return installation.withLastBeat(installation.lastBeat().orElseThrow().plusDays(1));
    }

    private Installation stored() {
        InstallationReading reading = anotherStore().read();
        assertThat(reading).isInstanceOf(InstallationReading.Found.class);
        return ((InstallationReading.Found) reading).installation();
    }
}
