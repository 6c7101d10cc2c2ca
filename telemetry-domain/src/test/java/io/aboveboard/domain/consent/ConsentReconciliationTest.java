package io.aboveboard.domain.consent;

import static io.aboveboard.domain.consent.ConsentState.DENIED;
import static io.aboveboard.domain.consent.ConsentState.GRANTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;
import io.aboveboard.testkit.marks.Promise;
import io.aboveboard.testkit.marks.Proves;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Proves(Promise.P1)
class ConsentReconciliationTest {
    private static final StoredConsent HOST_YES = new StoredConsent.WrittenByHost(GRANTED);
    private static final StoredConsent HOST_NO = new StoredConsent.WrittenByHost(DENIED);
    private static final StoredConsent UNDECIDED = new StoredConsent.Undecided();

    @ParameterizedTest
    @CsvSource({
        // without a receipt the host's word counts once its setup is complete
        "UNSET, false, UNDECIDED",
        "UNSET, true,  UNDECIDED",
        "YES,   false, UNDECIDED",
        "YES,   true,  HOST_YES",
        "NO,    false, UNDECIDED",
        "NO,    true,  HOST_NO"
    })
    void believesTheHostWhereThereIsNoReceipt(StoredPreference preference, boolean setupComplete, String expected) {
        assertThat(reconcile(null, preference, setupComplete)).isEqualTo(byName(expected, null));
    }

    @ParameterizedTest
    @EnumSource(names = "ENVIRONMENT", mode = EnumSource.Mode.EXCLUDE)
    void holdsAYesOnlyWhileTheInstallationSaysSoToo(Surface surface) {
        ConsentReceipt yes = Receipts.of(GRANTED, surface);
        for (boolean setupComplete : new boolean[] {false, true}) {
            assertThat(reconcile(yes, StoredPreference.YES, setupComplete)).isEqualTo(new StoredConsent.Decided(yes));
            assertThat(reconcile(yes, StoredPreference.NO, setupComplete)).isEqualTo(HOST_NO);
            assertThat(reconcile(yes, StoredPreference.UNSET, setupComplete))
                    .isInstanceOf(StoredConsent.Conflicting.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNSET, false, DECIDED",
        "UNSET, true,  DECIDED",
        "YES,   false, DECIDED",
        "YES,   true,  HOST_YES",
        "NO,    false, HOST_NO",
        "NO,    true,  HOST_NO"
    })
    void letsTheHostSayWhatOnlyTheEnvironmentHasSaidYesTo(
            StoredPreference preference, boolean setupComplete, String expected) {
        ConsentReceipt yes = Receipts.of(GRANTED, Surface.ENVIRONMENT);
        assertThat(reconcile(yes, preference, setupComplete)).isEqualTo(byName(expected, yes));
    }

    @ParameterizedTest
    @EnumSource(names = "FILE", mode = EnumSource.Mode.EXCLUDE)
    void letsNoHostUndoANoThatWasGivenThroughAnotherSurface(Surface surface) {
        ConsentReceipt no = Receipts.of(DENIED, surface);
        for (StoredPreference preference :
                new StoredPreference[] {StoredPreference.UNSET, StoredPreference.YES, StoredPreference.NO}) {
            assertThat(reconcile(no, preference, false)).isEqualTo(new StoredConsent.Decided(no));
            assertThat(reconcile(no, preference, true)).isEqualTo(new StoredConsent.Decided(no));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNSET, false, DECIDED",
        "UNSET, true,  DECIDED",
        "YES,   false, DECIDED",
        "YES,   true,  HOST_YES",
        "NO,    false, DECIDED",
        "NO,    true,  DECIDED"
    })
    void letsTheHostUndoItsOwnNo(StoredPreference preference, boolean setupComplete, String expected) {
        ConsentReceipt no = Receipts.of(DENIED, Surface.FILE);
        assertThat(reconcile(no, preference, setupComplete)).isEqualTo(byName(expected, no));
    }

    @ParameterizedTest
    @EnumSource
    void neitherUsesNorCoercesAPreferenceThatIsNoBoolean(Surface surface) {
        StoredConsent.Unreadable unreadable =
                new StoredConsent.Unreadable("telemetry_enabled is neither true nor false; correct it");
        assertThat(reconcile(null, StoredPreference.MALFORMED, true)).isEqualTo(unreadable);
        assertThat(reconcile(Receipts.of(GRANTED, surface), StoredPreference.MALFORMED, true))
                .isEqualTo(unreadable);
        assertThat(reconcile(Receipts.of(DENIED, surface), StoredPreference.MALFORMED, false))
                .isEqualTo(unreadable);
    }

    @Test
    void neverTakesAnUnreadableInstallationForAMissingOne() {
        InstallationReading broken = new InstallationReading.Unreadable("installation.json:3", "a comma is missing");
        StoredConsent expected = new StoredConsent.Unreadable("installation.json:3: a comma is missing");
        assertThat(ConsentReconciliation.reconcile(null, broken)).isEqualTo(expected);
        assertThat(ConsentReconciliation.reconcile(Receipts.of(GRANTED, Surface.CLI), broken))
                .isEqualTo(expected);
        assertThat(ConsentReconciliation.reconcile(Receipts.of(DENIED, Surface.CLI), broken))
                .isEqualTo(expected);
    }

    @Test
    void isUndecidedWhereNothingIsStored() {
        InstallationReading missing = new InstallationReading.Missing();
        assertThat(ConsentReconciliation.reconcile(null, missing)).isEqualTo(UNDECIDED);
        ConsentReceipt no = Receipts.of(DENIED, Surface.CLI);
        assertThat(ConsentReconciliation.reconcile(no, missing)).isEqualTo(new StoredConsent.Decided(no));
        assertThat(ConsentReconciliation.reconcile(Receipts.of(GRANTED, Surface.CLI), missing))
                .isEqualTo(new StoredConsent.Conflicting("there is a receipt of a yes, but telemetry_enabled is gone"));
    }

    private static StoredConsent reconcile(
            @Nullable ConsentReceipt last, StoredPreference preference, boolean setupComplete) {
        return ConsentReconciliation.reconcile(
                last,
                new InstallationReading.Found(
                        Installation.blank().withPreference(preference).withSetupComplete(setupComplete)));
    }

    private static StoredConsent byName(String name, @Nullable ConsentReceipt receipt) {
        return switch (name) {
            case "HOST_YES" -> HOST_YES;
            case "HOST_NO" -> HOST_NO;
            default -> receipt == null ? UNDECIDED : new StoredConsent.Decided(receipt);
        };
    }
}
