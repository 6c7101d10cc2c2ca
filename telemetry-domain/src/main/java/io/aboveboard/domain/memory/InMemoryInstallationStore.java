package io.aboveboard.domain.memory;

import io.aboveboard.domain.annotation.Nullable;
import io.aboveboard.domain.installation.Installation;
import io.aboveboard.domain.installation.InstallationReading;
import io.aboveboard.domain.port.ConsentGate;
import io.aboveboard.domain.port.ConsentLedger;
import io.aboveboard.domain.port.InstallationStore;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * An installation that ends with the process. For tests, and for hosts that keep the installation elsewhere and bring it
 * along; a service that used it as it is would be a new installation at every start. Thread-safe.
 */
public final class InMemoryInstallationStore implements InstallationStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ConsentLedger ledger = new InMemoryConsentLedger();
    private final ConsentGate gate = ConsentGate.withinProcess(PATIENCE);
    private @Nullable Installation stored;

    /** A store in which nothing is stored yet. */
    public InMemoryInstallationStore() {}

    /**
     * A store that begins with an installation.
     *
     * @param stored what is stored
     */
    public InMemoryInstallationStore(Installation stored) {
        this.stored = stored;
    }

    @Override
    public synchronized InstallationReading read() {
        return stored == null ? new InstallationReading.Missing() : new InstallationReading.Found(stored);
    }

    @Override
    public synchronized Installation update(UnaryOperator<Installation> change) {
        Installation before = stored == null ? Installation.blank() : stored;
        Installation after = change.apply(before);
        if (!after.equals(before)) {
            stored = after;
        }
        return after;
    }

    @Override
    public ConsentLedger ledger() {
        return ledger;
    }

    @Override
    public ConsentGate gate() {
        return gate;
    }
}
