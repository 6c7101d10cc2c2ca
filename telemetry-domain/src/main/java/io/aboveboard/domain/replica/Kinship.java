package io.aboveboard.domain.replica;

import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.InstallationStore;

/**
 * Keeps a replica from becoming a second installation: where the shared store knows nobody, but this replica or its folder
 * does, something was lost or has not been brought there yet. Thread-safe.
 */
final class Kinship {
    private final InstallationStore shared;
    private final InstallationStore memory;
    private final HostFile host;

    Kinship(InstallationStore shared, InstallationStore memory, HostFile host) {
        this.shared = shared;
        this.memory = memory;
        this.host = host;
    }

    /** Why nothing may be begun or decided in the shared store as it is now; empty where it may. */
    String objection() {
        return objection(shared.read());
    }

    /** The same of what was just read there. */
    String objection(InstallationReading reading) {
        boolean isSomebody = reading.known().flatMap(Installation::id).isPresent();
        if (isSomebody || reading instanceof InstallationReading.Unreadable) {
            return "";
        }
        if (!isKnownHere()) {
            return host.unmoved();
        }
        return reading instanceof InstallationReading.Missing
                ? "the database does not know the installation that this replica belonged to; restore it from a"
                        + " backup, or correct its address"
                : "";
    }

    private boolean isKnownHere() {
        return memory.read().known().flatMap(Installation::id).isPresent();
    }
}
