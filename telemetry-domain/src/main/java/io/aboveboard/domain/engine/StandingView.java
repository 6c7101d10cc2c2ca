package io.aboveboard.domain.engine;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.api.ConsentStanding;
import io.aboveboard.domain.api.ConsentStanding.State;
import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.ConsentState;
import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.consent.StoredConsent;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.installation.StoredPreference;

/** Puts a look at the consent into the words of the API. */
final class StandingView {
    private StandingView() {}

    static ConsentStanding of(Standing standing) {
        return new ConsentStanding(
                stateOf(standing),
                refusalOf(standing.detailed()),
                standing.receipt(),
                epochOf(standing),
                remarkOn(standing));
    }

    private static long epochOf(Standing standing) {
        if (standing.stored() instanceof StoredConsent.Decided decided) {
            return decided.epoch();
        }
        return standing.receipt() == null ? 0 : standing.receipt().sequence();
    }

    static @Nullable RefusalReason refusalOf(Decision decision) {
        return decision instanceof Refused refused ? refused.reason() : null;
    }

    /** A no that could not be stored yet is a no. */
    private static State stateOf(Standing standing) {
        return refusalOf(standing.detailed()) == RefusalReason.DENIED ? State.DENIED : stateOf(standing.stored());
    }

    private static State stateOf(StoredConsent stored) {
        if (stored instanceof StoredConsent.Decided decided) {
            return stateOf(decided.receipt().state());
        }
        if (stored instanceof StoredConsent.WrittenByHost written) {
            return stateOf(written.state());
        }
        return stored instanceof StoredConsent.Undecided ? State.UNDECIDED : State.UNKNOWN;
    }

    private static State stateOf(ConsentState state) {
        return state == ConsentState.GRANTED ? State.GRANTED : State.DENIED;
    }

    private static String remarkOn(Standing standing) {
        if (standing.stored() instanceof StoredConsent.Unreadable unreadable) {
            return unreadable.why();
        }
        if (standing.stored() instanceof StoredConsent.Conflicting conflicting) {
            return conflicting.why() + "; decide again";
        }
        if (standing.detailed() instanceof Clearance given && given.schemaVersion() < standing.asked()) {
            return "the yes covers version " + given.schemaVersion()
                    + " of the events and fields; what came up to version " + standing.asked()
                    + " is withheld until somebody says yes again";
        }
        return isOverruled(standing) && standing.receipt() != null
                ? "installation.json says yes, but the no was given through "
                        + standing.receipt().actor().surface().code() + "; undo it there"
                : "";
    }

    private static boolean isOverruled(Standing standing) {
        return stateOf(standing.stored()) == State.DENIED
                && standing.reading() instanceof InstallationReading.Found found
                && found.installation().preference() == StoredPreference.YES;
    }
}
