package io.aboveboard.domain.engine;

import io.aboveboard.domain.consent.Decision;
import io.aboveboard.domain.consent.RefusalReason;
import io.aboveboard.domain.consent.Refused;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.InstallationStore;
import io.aboveboard.domain.port.InstallationStoreException;

/**
 * Gives an installation its identity, durably and before anything carries it, as soon as something may be sent, and not
 * earlier. An installation that cannot be read gets none.
 */
final class Registration {
    private final Gate gate;
    private final InstallationStore installation;
    private final Clocks clocks;
    private final Warnings warnings;

    Registration(Gate gate, InstallationStore installation, Clocks clocks, Warnings warnings) {
        this.gate = gate;
        this.installation = installation;
        this.clocks = clocks;
        this.warnings = warnings;
    }

    /** Looks, and completes the identity if only that is missing. */
    Standing ensure() {
        Standing standing = gate.look();
        if (standing.reading() instanceof InstallationReading.Unreadable unreadable) {
            warnings.raise(Warnings.Topic.INSTALLATION, unreadable.where() + ": " + unreadable.why());
            return standing;
        }
        if (!lacksIdentity(standing.base())) {
            warnings.settle(Warnings.Topic.INSTALLATION);
            return standing;
        }
        return complete() ? gate.look() : standing;
    }

    private boolean complete() {
        try {
            installation.update(stored -> Identity.complete(stored, clocks.now()));
            warnings.settle(Warnings.Topic.INSTALLATION);
            return true;
        } catch (InstallationStoreException failed) {
            warnings.raise(Warnings.Topic.INSTALLATION, "nothing is sent: " + failed.getMessage());
            return false;
        }
    }

    private static boolean lacksIdentity(Decision base) {
        return base instanceof Refused refused && refused.reason() == RefusalReason.UNIDENTIFIED;
    }
}
