package io.aboveboard.domain.engine;

import io.aboveboard.domain.consent.Clearance;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;
import java.time.Instant;

/**
 * Gives an installation its identity, and the moment it was first seen, durably and before anything carries them, as soon
 * as something may be sent, and not earlier. An installation that cannot be read gets none.
 */
final class Registration {
    private final Gate gate;
    private final InstallationStore installation;
    private final SharedClock clock;
    private final Warnings warnings;

    Registration(Gate gate, InstallationStore installation, SharedClock clock, Warnings warnings) {
        this.gate = gate;
        this.installation = installation;
        this.clock = clock;
        this.warnings = warnings;
    }

    /** Looks, and completes what is missing of the identity if only that is. */
    Standing ensure() {
        Standing standing = readable(gate.look());
        if (standing.reading() instanceof InstallationReading.Unreadable unreadable) {
            warnings.raise(Warnings.Topic.INSTALLATION, unreadable.where() + ": " + unreadable.why());
            return standing;
        }
        if (standing.reading() instanceof InstallationReading.Remembered remembered) {
            warnings.raise(Warnings.Topic.INSTALLATION, remembered.where() + ": " + remembered.why());
            return standing;
        }
        if (!isIncomplete(standing)) {
            warnings.settle(Warnings.Topic.INSTALLATION);
            return standing;
        }
        return complete(standing) ? gate.look() : standing;
    }

    /** What the store can do about an installation that cannot be read it does, unless silence forbids to touch it. */
    private Standing readable(Standing standing) {
        boolean mayTry = standing.reading() instanceof InstallationReading.Unreadable && lacksIdentity(standing);
        return mayTry && isSalvaged() ? gate.look() : standing;
    }

    private boolean isSalvaged() {
        try {
            return installation.salvage();
        } catch (InstallationStoreException failed) {
            return false;
        }
    }

    private boolean complete(Standing standing) {
        try {
            Instant now = clock.now();
            installation.update(stored -> Identity.complete(stored, now));
            warnings.settle(Warnings.Topic.INSTALLATION);
            return true;
        } catch (InstallationStoreException failed) {
            String consequence = lacksIdentity(standing) ? "nothing is sent: " : "first_seen_at is not kept: ";
            warnings.raise(Warnings.Topic.INSTALLATION, consequence + failed.getMessage());
            return false;
        }
    }

    private static boolean isIncomplete(Standing standing) {
        boolean isFirstSeenKnown = standing.reading() instanceof InstallationReading.Found found
                && Identity.isFirstSeenKnown(found.installation());
        return lacksIdentity(standing) || (standing.base() instanceof Clearance && !isFirstSeenKnown);
    }

    private static boolean lacksIdentity(Standing standing) {
        return standing.base() instanceof Refused refused && refused.reason() == RefusalReason.UNIDENTIFIED;
    }
}
