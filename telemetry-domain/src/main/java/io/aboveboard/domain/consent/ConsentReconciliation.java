package io.aboveboard.domain.consent;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;

/**
 * Brings the receipts and {@code telemetry_enabled} of the installation together. The receipts are the truth; what a host
 * wrote into the file since is a decision of its own. A pure function; where the two disagree the restrictive reading
 * wins.
 */
public final class ConsentReconciliation {
    private ConsentReconciliation() {}

    /**
     * What both together say.
     *
     * @param last the last receipt, or {@code null} if there is none
     * @param reading the installation as it was read
     * @return the stored consent
     */
    public static StoredConsent reconcile(@Nullable ConsentReceipt last, InstallationReading reading) {
        if (reading instanceof InstallationReading.Unreadable unreadable) {
            return new StoredConsent.Unreadable(unreadable.where() + ": " + unreadable.why());
        }
        if (reading instanceof InstallationReading.Remembered remembered) {
            return new StoredConsent.Unreadable(remembered.where() + ": " + remembered.why());
        }
        Installation installation =
                reading instanceof InstallationReading.Found found ? found.installation() : Installation.blank();
        if (installation.preference() == StoredPreference.MALFORMED) {
            return new StoredConsent.Unreadable("telemetry_enabled is neither true nor false; correct it");
        }
        return last == null ? withoutReceipt(installation) : withReceipt(last, installation);
    }

    private static StoredConsent withoutReceipt(Installation installation) {
        if (installation.preference() == StoredPreference.UNSET || !installation.isSetupComplete()) {
            return new StoredConsent.Undecided();
        }
        return new StoredConsent.WrittenByHost(stateOf(installation.preference()));
    }

    private static StoredConsent withReceipt(ConsentReceipt last, Installation installation) {
        return last.state() == ConsentState.GRANTED ? afterGrant(last, installation) : afterDenial(last, installation);
    }

    private static StoredConsent afterGrant(ConsentReceipt last, Installation installation) {
        if (installation.preference() == StoredPreference.NO) {
            return new StoredConsent.WrittenByHost(ConsentState.DENIED);
        }
        boolean byEnvironment = last.actor().surface() == Surface.ENVIRONMENT;
        if (installation.preference() == StoredPreference.YES) {
            return byEnvironment && installation.isSetupComplete()
                    ? new StoredConsent.WrittenByHost(ConsentState.GRANTED)
                    : new StoredConsent.Decided(last);
        }
        return byEnvironment
                ? new StoredConsent.Decided(last)
                : new StoredConsent.Conflicting("there is a receipt of a yes, but telemetry_enabled is gone");
    }

    private static StoredConsent afterDenial(ConsentReceipt last, Installation installation) {
        boolean hostSaysYes = installation.preference() == StoredPreference.YES && installation.isSetupComplete();
        boolean hostMayUndo = last.actor().surface() == Surface.FILE;
        return hostSaysYes && hostMayUndo
                ? new StoredConsent.WrittenByHost(ConsentState.GRANTED)
                : new StoredConsent.Decided(last);
    }

    private static ConsentState stateOf(StoredPreference preference) {
        return preference == StoredPreference.YES ? ConsentState.GRANTED : ConsentState.DENIED;
    }
}
